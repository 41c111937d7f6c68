// Lines -> commands or questions -> output: commands are a table.
// SPDX-License-Identifier: MIT
#include "shell/command.h"

#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "shell/signals.h"

enum { SPLITS_TRIED = 16 };

typedef CommandResult CommandFunction(Shell *shell, KbText arguments, Origin origin);

static CommandFunction run_who, run_show, run_roles, run_links, run_timeline, run_sources, run_names, run_find,
    run_documents, run_stats, run_verify, run_forget, run_mode, run_limit, run_help, run_quit;

typedef struct Command {
    const char *name, *arguments, *help;
    bool english; // questions may begin with the same word: a line that is one is read as such
    CommandFunction *run;
} Command;

static const Command COMMANDS[] = {
    {"who", "NAME", "who that is, or who holds that post", true, run_who},
    {"show", "NAME", "who or what that is", true, run_show},
    {"roles", "NAME", "posts held, now and before", true, run_roles},
    {"links", "NAME | A, B", "what links an entity to others, or the shortest path between two", true, run_links},
    {"timeline", "NAME", "what is dated, in order", true, run_timeline},
    {"sources", "[NAME]", "the sentences behind the last answer, or all about a name", true, run_sources},
    {"names", "NAME", "other names of the same entity", true, run_names},
    {"find", "NAME", "all entities a name may mean", true, run_find},
    {"documents", "[NAME]", "articles read, or those that mention a name", true, run_documents},
    {"export", "NAME|* [--format=json|ftm|csv] [--mentions] [--force] [> FILE]", "entity records for other programs",
     false, command_export},
    {"stats", "", "how much the knowledge base holds", false, run_stats},
    {"verify", "", "check every record", false, run_verify},
    {"forget", "DOCUMENT", "take an article back (with --write)", false, run_forget},
    {"mode", "[MODE]", "table, text, tsv, csv, json, jsonl or markdown", false, run_mode},
    {"limit", "[N]", "at most N answers; 0 for all", false, run_limit},
    {"help", "[COMMAND]", "this list", false, run_help},
    {"quit", "", "leave (or exit, or Ctrl-D)", false, run_quit},
    {"exit", "", "leave", false, run_quit},
};
enum { COMMAND_COUNT = sizeof COMMANDS / sizeof *COMMANDS };

static const char *const EXAMPLES[] = {
    "Who is Joseph Dunford?",
    "Who was defense secretary in March 2018?",
    "What posts has Patrick Shanahan held?",
    "Is Jim Mattis still secretary of defense?",
    "Who runs Boeing?",
    "Who succeeded him?",
    "Did Joseph Dunford meet Valery Gerasimov?",
    "When and where did they meet?",
    "How are Dennis Muilenburg and Patrick Shanahan connected?",
    "Where does it say that?",
};

// ---------------------------------------------------------------------------------------------- telling

void command_complain(Origin origin, const char *format, ...)
{
    Region *region = region_new();
    char text[1024];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    KbText shown = text_escape(region, kb_text(text)),
           name = text_escape(region, kb_text(origin.name ? origin.name : ""));
    if (origin.name) fprintf(stderr, "%.*s:%zu: ", TEXT_ARGS(name), origin.line);
    fprintf(stderr, "%.*s\n", TEXT_ARGS(shown));
    region_free(region);
}

static CommandResult database_trouble(Origin origin, KbStatus status, const KbError *error)
{
    if (status == KB_INTERRUPTED) return COMMAND_INTERRUPTED;
    command_complain(origin, "%s", error->text[0] ? error->text : "the knowledge base cannot be read");
    return COMMAND_DATABASE;
}

// Takes the answer over.
static CommandResult tell(Shell *shell, Answer *answer)
{
    CommandResult result = answer->status == ANSWER_OK ? COMMAND_OK : COMMAND_FAILED;
    render_answer(&shell->render, answer, shell->out);
    if (answer->about_last)
        answer_free(answer);
    else
        session_keep(&shell->session, answer);
    return result;
}

static CommandResult ask_all(Shell *shell, const Question *readings, size_t count, Origin origin)
{
    Answer *answer = NULL;
    KbError error = {0};
    KbStatus status = answer_readings(shell->kb, &shell->session, readings, count, &answer, &error);
    return status == KB_OK ? tell(shell, answer) : database_trouble(origin, status, &error);
}

static CommandResult ask_form(Shell *shell, QuestionForm form, const char *kind, const char *param, KbText x,
                              Origin origin)
{
    Question question = {
        .text = x, .form = form, .kind = kind, .param = param, .relations = "", .x = x, .tense = TENSE_PRESENT};
    return ask_all(shell, &question, 1, origin);
}

// ---------------------------------------------------------------------------------------------- commands about names

static KbText unquoted(KbText name)
{
    name = text_trim(name);
    bool quoted = name.length > 1 && name.data[0] == '"' &&
                  memchr(name.data + 1, '"', name.length - 1) == name.data + name.length - 1;
    return quoted ? text_slice(name, 1, name.length - 1) : name;
}

static bool needs_name(KbText name, const char *command, Origin origin)
{
    if (name.length) return true;
    command_complain(origin, "%s needs a name", command);
    return false;
}

static CommandResult run_named(Shell *shell, const char *command, QuestionForm form, const char *kind,
                               const char *param, KbText arguments, Origin origin)
{
    KbText name = unquoted(arguments);
    return needs_name(name, command, origin) ? ask_form(shell, form, kind, param, name, origin) : COMMAND_FAILED;
}

static CommandResult run_who(Shell *shell, KbText arguments, Origin origin)
{
    return run_named(shell, "who", QUESTION_WHO, "identity", "", arguments, origin);
}

static CommandResult run_show(Shell *shell, KbText arguments, Origin origin)
{
    return run_named(shell, "show", QUESTION_IDENTITY, "identity", "", arguments, origin);
}

static CommandResult run_roles(Shell *shell, KbText arguments, Origin origin)
{
    return run_named(shell, "roles", QUESTION_POSTS, "posts", "all", arguments, origin);
}

static CommandResult run_timeline(Shell *shell, KbText arguments, Origin origin)
{
    return run_named(shell, "timeline", QUESTION_TIMELINE, "list", "", arguments, origin);
}

static CommandResult run_names(Shell *shell, KbText arguments, Origin origin)
{
    return run_named(shell, "names", QUESTION_ALIASES, "list", "", arguments, origin);
}

static CommandResult run_find(Shell *shell, KbText arguments, Origin origin)
{
    return run_named(shell, "find", QUESTION_NAMED, "list", "", arguments, origin);
}

static CommandResult run_sources(Shell *shell, KbText arguments, Origin origin)
{
    return ask_form(shell, QUESTION_EVIDENCE, "list", "", unquoted(arguments), origin);
}

static CommandResult run_documents(Shell *shell, KbText arguments, Origin origin)
{
    return ask_form(shell, QUESTION_DOCUMENTS, "list", "", unquoted(arguments), origin);
}

static Question path_question(KbText line, KbText x, KbText y)
{
    return (Question){.text = line,
                      .form = QUESTION_PATH,
                      .kind = "path",
                      .param = "",
                      .relations = "",
                      .x = unquoted(x),
                      .y = unquoted(y)};
}

// "A, B", "A and B", "A to B", "\"A\" \"B\"", else every way to part the words.
static size_t split_pair(KbText line, Question *readings)
{
    static const char *const JOINTS[] = {"\" \"", ", ", " and ", " to ", ","};
    size_t count = 0;
    for (size_t i = 0; i < sizeof JOINTS / sizeof *JOINTS; i++) {
        const char *hit = memmem(line.data, line.length, JOINTS[i], strlen(JOINTS[i]));
        if (!hit) continue;
        size_t at = (size_t)(hit - line.data), quote = JOINTS[i][0] == '"';
        readings[count++] = path_question(line, text_slice(line, 0, at + quote),
                                          text_slice(line, at + strlen(JOINTS[i]) - quote, line.length));
        return count;
    }
    for (size_t at = line.length; at-- > 1 && count < SPLITS_TRIED;)
        if (line.data[at] == ' ')
            readings[count++] = path_question(line, text_slice(line, 0, at), text_slice(line, at + 1, line.length));
    return count;
}

static CommandResult run_links(Shell *shell, KbText arguments, Origin origin)
{
    Question readings[SPLITS_TRIED + 1];
    KbText line = text_trim(arguments), name = unquoted(arguments);
    if (!needs_name(name, "links", origin)) return COMMAND_FAILED;
    Question whole = {
        .text = line, .form = QUESTION_RELATION, .kind = "list", .param = "everything", .relations = "*", .x = name};
    bool one = name.length < line.length;
    readings[0] = whole;
    size_t count = one ? 0 : split_pair(line, readings + 1);
    bool joined = count == 1 && !one && memchr(line.data, ' ', line.length) &&
                  (memchr(line.data, ',', line.length) || memchr(line.data, '"', line.length));
    return joined ? ask_all(shell, readings + 1, 1, origin) : ask_all(shell, readings, count + 1, origin);
}

// ---------------------------------------------------------------------------------------------- the knowledge base

static void put_count(Answer *answer, const char *what, uint64_t count)
{
    AnswerItem item = {.text = region_format(answer->region, "%llu", (unsigned long long)count),
                       .detail = kb_text(what),
                       .confidence = 1000};
    REGION_PUSH(answer->region, answer->items, answer->count, answer->room, item);
}

static CommandResult run_stats(Shell *shell, KbText arguments, Origin origin)
{
    KbReader *reader = NULL;
    KbError error = {0};
    KbStats stats = {0};
    (void)arguments;
    KbStatus status = kb_reader_open(shell->kb, &reader, &error);
    if (status == KB_OK) status = kb_stats(reader, &stats, &error);
    kb_reader_close(reader);
    if (status != KB_OK) return database_trouble(origin, status, &error);
    Answer *answer = answer_new(kb_text("stats"), "list", ANSWER_OK, (KbText){"", 0});
    put_count(answer, "documents", stats.documents);
    put_count(answer, "persons", stats.entities[KB_PERSON]);
    put_count(answer, "organizations", stats.entities[KB_ORGANIZATION]);
    put_count(answer, "places", stats.entities[KB_PLACE]);
    put_count(answer, "roles", stats.roles);
    put_count(answer, "relations", stats.links);
    put_count(answer, "mentions", stats.mentions);
    return tell(shell, answer);
}

static CommandResult run_verify(Shell *shell, KbText arguments, Origin origin)
{
    KbError error = {0};
    uint64_t records = 0;
    (void)arguments;
    KbStatus status = kb_verify(shell->kb, &records, &error);
    if (status != KB_OK) return database_trouble(origin, status, &error);
    Answer *answer = answer_new(kb_text("verify"), "list", ANSWER_OK, (KbText){"", 0});
    put_count(answer, "records, all sound", records);
    return tell(shell, answer);
}

static CommandResult run_forget(Shell *shell, KbText arguments, Origin origin)
{
    KbError error = {0};
    size_t forgotten = 0;
    KbText id = unquoted(arguments);
    if (!needs_name(id, "forget", origin)) return COMMAND_FAILED;
    if (!shell->write) {
        command_complain(origin, "forget changes the knowledge base; start with --write");
        return COMMAND_FAILED;
    }
    KbStatus status = kb_begin(shell->kb, &error);
    if (status == KB_OK) status = kb_forget(shell->kb, id, &forgotten, &error);
    if (status == KB_OK)
        status = kb_commit(shell->kb, &error);
    else
        kb_abort(shell->kb);
    if (status == KB_NOT_FOUND) {
        command_complain(origin, "no article with that id, path or URL: %.*s", TEXT_ARGS(id));
        return COMMAND_FAILED;
    }
    if (status != KB_OK) return database_trouble(origin, status, &error);
    Answer *answer = answer_new(kb_text("forget"), "list", ANSWER_OK, (KbText){"", 0});
    put_count(answer, "articles forgotten", forgotten);
    return tell(shell, answer);
}

// ---------------------------------------------------------------------------------------------- settings and help

static CommandResult run_mode(Shell *shell, KbText arguments, Origin origin)
{
    KbText name = text_trim(arguments);
    if (!name.length) {
        fprintf(shell->out, "%s\n", mode_name(shell->render.mode));
        return COMMAND_OK;
    }
    if (mode_find(name, &shell->render.mode)) {
        shell->render.headed = false;
        return COMMAND_OK;
    }
    command_complain(origin, "no such mode: %.*s (table, text, tsv, csv, json, jsonl, markdown)", TEXT_ARGS(name));
    return COMMAND_FAILED;
}

static CommandResult run_limit(Shell *shell, KbText arguments, Origin origin)
{
    KbText text = text_trim(arguments);
    size_t number = 0;
    for (size_t i = 0; i < text.length; i++) {
        if (text.data[i] < '0' || text.data[i] > '9' || number > 100000) {
            command_complain(origin, "limit needs a number");
            return COMMAND_FAILED;
        }
        number = number * 10 + (size_t)(text.data[i] - '0');
    }
    if (text.length)
        shell->render.limit = number;
    else
        fprintf(shell->out, "%zu\n", shell->render.limit);
    return COMMAND_OK;
}

static CommandResult run_help(Shell *shell, KbText arguments, Origin origin)
{
    KbText name = text_trim(arguments);
    bool found = false;
    for (size_t i = 0; i < COMMAND_COUNT; i++) {
        if (name.length && !text_is_any_case(name, COMMANDS[i].name)) continue;
        found = true;
        fprintf(shell->out, "%-9s  %s%s%s\n", COMMANDS[i].name, COMMANDS[i].help, COMMANDS[i].arguments[0] ? ": " : "",
                COMMANDS[i].arguments);
    }
    if (!found) command_complain(origin, "no such command: %.*s", TEXT_ARGS(name));
    if (name.length) return found ? COMMAND_OK : COMMAND_FAILED;
    fputs("\nAnything else is a question in plain English:\n", shell->out);
    for (size_t i = 0; i < sizeof EXAMPLES / sizeof *EXAMPLES; i++)
        fprintf(shell->out, "  %s\n", EXAMPLES[i]);
    return COMMAND_OK;
}

static CommandResult run_quit(Shell *shell, KbText arguments, Origin origin)
{
    (void)shell, (void)arguments, (void)origin;
    return COMMAND_QUIT;
}

size_t command_complete(const char *prefix, char **names, size_t room)
{
    size_t count = 0, length = strlen(prefix);
    for (size_t i = 0; i < COMMAND_COUNT && count < room; i++)
        if (length && strncmp(COMMANDS[i].name, prefix, length) == 0) {
            names[count] = strdup(COMMANDS[i].name);
            count += names[count] != NULL;
        }
    return count;
}

// ---------------------------------------------------------------------------------------------- lines

static size_t first_word(KbText line)
{
    size_t length = 0;
    while (length < line.length && line.data[length] != ' ' && line.data[length] != '\t')
        length++;
    return length;
}

static const Command *find_command(KbText word)
{
    for (size_t i = 0; i < COMMAND_COUNT; i++)
        if (text_is_any_case(word, COMMANDS[i].name)) return &COMMANDS[i];
    return NULL;
}

static const Command *similar_command(Region *region, KbText word)
{
    KbText lower = text_lower(region, word);
    for (size_t i = 0; i < COMMAND_COUNT && word.length > 2; i++) {
        size_t slips = word.length > 5 ? 2 : 1;
        if (text_distance(lower, kb_text(COMMANDS[i].name), slips) <= slips) return &COMMANDS[i];
    }
    return NULL;
}

// "2" after an ambiguous answer: the question again, with that candidate.
static bool is_choice(const Shell *shell, KbText line, size_t *choice)
{
    const Answer *last = shell->session.answer;
    if (!last || last->status != ANSWER_AMBIGUOUS || line.length > 3) return false;
    *choice = 0;
    for (size_t i = 0; i < line.length; i++) {
        if (line.data[i] < '0' || line.data[i] > '9') return false;
        *choice = *choice * 10 + (size_t)(line.data[i] - '0');
    }
    return *choice >= 1 && *choice <= last->count;
}

static void choose(Shell *shell, size_t choice)
{
    Session *session = &shell->session;
    const Answer *last = session->answer;
    if (!session->region) session->region = region_new();
    if (session->chosen_count == CHOICES) session->chosen_count = 0;
    Choice made = {region_text(session->region, last->asked), last->items[choice - 1].entity};
    session->chosen[session->chosen_count++] = made;
}

// "how" is no slip for "show".
static bool asks_something(Region *region, KbText word)
{
    static const char *const ASKING[] = {"who", "whom", "whose", "what", "which", "when", "where", "why", "how"};
    KbText lower = text_lower(region, word);
    for (size_t i = 0; i < sizeof ASKING / sizeof *ASKING; i++)
        if (text_is(lower, ASKING[i])) return true;
    return false;
}

static CommandResult run_question(Shell *shell, KbText line, const Question *readings, size_t count, Origin origin)
{
    Answer *answer = NULL;
    KbError error = {0};
    KbStatus status = answer_readings(shell->kb, &shell->session, readings, count, &answer, &error);
    if (status != KB_OK) return database_trouble(origin, status, &error);
    if (answer->status == ANSWER_NOT_UNDERSTOOD && !answer->note.length) {
        KbText word = text_slice(line, 0, first_word(line));
        bool asks = asks_something(answer->region, word);
        const Command *near = asks || find_command(word) ? NULL : similar_command(answer->region, word);
        answer->note = near ? region_format(answer->region, "did you mean the command \"%s\"?", near->name)
                            : kb_text("\"help\" lists commands and examples of questions");
    }
    return tell(shell, answer);
}

static CommandResult after_output(Shell *shell, CommandResult result)
{
    errno = 0;
    if (fflush(shell->out) == 0 && !ferror(shell->out)) return signals_interrupted() ? COMMAND_INTERRUPTED : result;
    if (errno == EPIPE) return COMMAND_CLOSED;
    command_complain((Origin){NULL, 0}, "kb-shell: writing failed: %s", strerror(errno ? errno : EIO));
    return COMMAND_UNWRITTEN;
}

CommandResult command_reject(Shell *shell, KbText line, Origin origin, const char *why)
{
    enum { SHOWN = 200 };
    command_complain(origin, "%s", why);
    if (shell->render.mode != MODE_JSON) return COMMAND_FAILED;
    Region *region = region_new();
    KbText shown = text_repair(region, line.length > SHOWN ? text_slice(line, 0, SHOWN) : line);
    Answer *answer = answer_new(shown, "unknown", ANSWER_NOT_UNDERSTOOD, kb_text(why));
    region_free(region);
    render_answer(&shell->render, answer, shell->out);
    answer_free(answer);
    return after_output(shell, COMMAND_FAILED);
}

static CommandResult dispatch(Shell *shell, Region *region, KbText line, Origin origin)
{
    size_t choice, word = first_word(line), count = 0;
    if (is_choice(shell, line, &choice)) {
        KbText again = region_text(region, shell->session.answer->question);
        choose(shell, choice);
        return dispatch(shell, region, again, origin);
    }
    const Command *command = find_command(text_slice(line, 0, word));
    const Question *readings = command && !command->english ? NULL : question_read(region, line, &count);
    bool understood = readings && readings[0].form != QUESTION_UNKNOWN && readings[0].form != QUESTION_NAME;
    if (command && command->run == run_find && understood && readings[0].form == QUESTION_WHO) understood = false;
    bool asked = command && command->english && text_ends(line, "?"); // whatever it means, it is no command
    if (command && !understood && !asked) return command->run(shell, text_slice(line, word, line.length), origin);
    return run_question(shell, line, readings, count, origin);
}

CommandResult command_run(Shell *shell, KbText line, Origin origin)
{
    line = text_trim(line);
    if (line.length == 0 || line.data[0] == '#') return COMMAND_OK;
    if (!text_valid(line)) return command_reject(shell, line, origin, "the line is not valid UTF-8");
    if (!words_quotes_close(line)) return command_reject(shell, line, origin, "a quotation mark is not closed");
    Region *region = region_new();
    CommandResult result = dispatch(shell, region, line, origin);
    region_free(region);
    return result == COMMAND_QUIT || result == COMMAND_DATABASE ? result : after_output(shell, result);
}
