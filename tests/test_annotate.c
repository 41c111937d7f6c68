// The kb-annotation/1 object: a small document built by hand against its JSON, byte for byte.
// SPDX-License-Identifier: MIT
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "ingest/annotate.h"
#include "ingest/emit.h"
#include "tests/suite.h"

static const char expected[] =
    "{\"chains\":[{\"gender\":\"male\",\"name\":\"Dunford\",\"type\":\"person\"},"
    "{\"gender\":null,\"name\":\"Baku\",\"type\":\"place\"}],"
    "\"demonyms\":[],\"format\":\"kb-annotation/1\",\"id\":\"one\","
    "\"mentions\":[{\"chain\":0,\"end\":12,\"head_end\":12,\"head_start\":5,\"kind\":\"name\",\"start\":5,\"type\":"
    "\"person\"},"
    "{\"chain\":1,\"end\":23,\"head_end\":23,\"head_start\":19,\"kind\":\"name\",\"start\":19,\"type\":\"place\"}],"
    "\"published\":\"2017-02-15\",\"quotes\":[{\"end\":15,\"speaker\":0,\"start\":5}],"
    "\"relations\":[{\"attributed_to\":null,\"confidence\":0.9,\"date\":\"2017-02\",\"evidence\":{\"end\":24,\"start\":"
    "0},"
    "\"modality\":\"planned\",\"object\":null,\"place\":1,\"polarity\":\"positive\",\"predicate\":\"met_with\","
    "\"subject\":0,"
    "\"value\":null,\"verb\":\"meet\"}],"
    "\"roles\":[{\"attributed_to\":null,\"confidence\":0.97,\"end\":[\"2017-02-15\",null],"
    "\"evidence\":{\"end\":24,\"start\":0},\"holder\":0,\"modality\":\"asserted\",\"organization\":null,\"person\":"
    "null,"
    "\"place\":null,\"polarity\":\"positive\",\"start\":[null,\"2017\"],\"status\":\"current\",\"title\":\"chairman\"}]"
    ","
    "\"sentences\":[{\"end\":24,\"start\":0}],\"source\":null,\"text\":\"Gen. Dunford is in Baku.\","
    "\"times\":[],\"title\":\"The \\\"General\\\"\",\"tokens\":["
    "{\"dep\":\"flat\",\"end\":4,\"feats\":\"Number=Sing\",\"head\":4,\"pos\":\"PROPN\",\"start\":0},"
    "{\"dep\":null,\"end\":12,\"feats\":null,\"head\":null,\"pos\":\"PROPN\",\"start\":5},"
    "{\"dep\":null,\"end\":15,\"feats\":null,\"head\":null,\"pos\":\"AUX\",\"start\":13},"
    "{\"dep\":null,\"end\":18,\"feats\":null,\"head\":null,\"pos\":\"ADP\",\"start\":16},"
    "{\"dep\":\"root\",\"end\":23,\"feats\":\"_\",\"head\":-1,\"pos\":\"PROPN\",\"start\":19},"
    "{\"dep\":null,\"end\":24,\"feats\":null,\"head\":null,\"pos\":null,\"start\":23}]}\n";

START_TEST(should_print_every_layer_with_sorted_keys)
{
    Token tokens[] = {{.start = 0, .end = 4, .pos = POS_PROPN},   {.start = 5, .end = 12, .pos = POS_PROPN},
                      {.start = 13, .end = 15, .pos = POS_AUX},   {.start = 16, .end = 18, .pos = POS_ADP},
                      {.start = 19, .end = 23, .pos = POS_PROPN}, {.start = 23, .end = 24, .pos = POS_NONE}};
    tokens[0].head = tokens[4].head = 4;
    tokens[0].dep = kb_text("flat"), tokens[4].dep = kb_text("root");
    tokens[0].features = kb_text("Number=Sing"), tokens[4].features = kb_text("_");
    Quote quotes[] = {{.start = 5, .end = 12, .speaker = 0, .said = true},
                      {.start = 13, .end = 15, .speaker = 0, .said = true, .resumed = true},
                      {.start = 16, .end = 18, .speaker = -1}};
    Sentence sentence = {.start = 0, .end = 24, .first = 0, .last = 6};
    Mention mentions[] = {{.first = 1, .last = 2, .head = 1, .kind = KB_NAME, .type = KB_PERSON, .chain = 0},
                          {.first = 4, .last = 5, .head = 4, .kind = KB_NAME, .type = KB_PLACE, .chain = 1}};
    Chain chains[] = {{.type = KB_PERSON, .gender = KB_MALE, .name = kb_text("Dunford")},
                      {.type = KB_PLACE, .name = kb_text("Baku")}};
    Role role = {.holder = 0,
                 .title = kb_text("chairman"),
                 .organization = -1,
                 .place = -1,
                 .person = -1,
                 .status = KB_CURRENT,
                 .start = {{0, 0, 0}, {2017, 0, 0}},
                 .end = {{2017, 2, 15}, {0, 0, 0}},
                 .attributed_to = -1,
                 .confidence = 970};
    Relation relation = {.subject = 0,
                         .predicate = (uint16_t)kb_predicate_find(kb_text("met_with")),
                         .object = -1,
                         .verb = kb_text("meet"),
                         .place = 1,
                         .date = {{2017, 2, 13}, {2017, 2, 19}},
                         .modality = KB_PLANNED,
                         .attributed_to = -1,
                         .confidence = 900};
    Document document = {.text = kb_text("Gen. Dunford is in Baku."),
                         .published = {2017, 2, 15},
                         .tokens = tokens,
                         .token_count = 6,
                         .sentences = &sentence,
                         .sentence_count = 1,
                         .mentions = mentions,
                         .mention_count = 2,
                         .chains = chains,
                         .chain_count = 2,
                         .roles = &role,
                         .role_count = 1,
                         .relations = &relation,
                         .relation_count = 1,
                         .quotes = quotes,
                         .quote_count = 3};
    Article article = {.id = kb_text("one"), .title = kb_text("The \"General\"")};
    Buffer out = {0};
    annotate(&article, &document, &out);
    KbText line = buffer_take(&out);
    ck_assert_str_eq(line.data, expected);
    free((char *)(uintptr_t)line.data);
}
END_TEST

static const struct {
    KbText text;
    const char *json;
} strings[] = {
    {{"", 0}, "\"\""},
    {{"a\0b", 3}, "\"a\\u0000b\""},
    {{"\"\\\n\r\t\b\f\x1f\x7f", 9}, "\"\\\"\\\\\\n\\r\\t\\b\\f\\u001f\x7f\""},
    {{"\xc3\xa9\xff\xe2\x80", 5}, "\"\xc3\xa9\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\""},
};

START_TEST(should_escape_strings)
{
    Buffer out = {0};
    emit_text(&out, strings[_i].text);
    KbText json = buffer_take(&out);
    ck_assert_str_eq(json.data, strings[_i].json);
    free((char *)(uintptr_t)json.data);
}
END_TEST

static const struct {
    unsigned thousandths;
    const char *json;
} numbers[] = {{0, "0.0"}, {5, "0.005"}, {900, "0.9"}, {970, "0.97"}, {1000, "1.0"}};

START_TEST(should_print_confidence_without_trailing_zeros)
{
    Buffer out = {0};
    emit_thousandths(&out, numbers[_i].thousandths);
    KbText json = buffer_take(&out);
    ck_assert_str_eq(json.data, numbers[_i].json);
    free((char *)(uintptr_t)json.data);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("annotate");
    TCase *tests = tcase_create("annotate");
    tcase_add_test(tests, should_print_every_layer_with_sorted_keys);
    tcase_add_loop_test(tests, should_escape_strings, 0, sizeof strings / sizeof *strings);
    tcase_add_loop_test(tests, should_print_confidence_without_trailing_zeros, 0, sizeof numbers / sizeof *numbers);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
