// The export command: whom, in which format, where to.
// SPDX-License-Identifier: MIT
#include <string.h>

#include "shell/command.h"
#include "shell/export.h"
#include "shell/outfile.h"

typedef struct Request {
    KbText name, file; // file empty: standard output
    bool force;
    Export export;
} Request;

// Takes the next word off; a quotation is one word, without its quotes.
static KbText next_word(KbText *rest, bool *quoted)
{
    *rest = text_trim(*rest);
    *quoted = rest->length && rest->data[0] == '"';
    size_t start = *quoted ? 1 : 0, end = start;
    while (end < rest->length && (*quoted ? rest->data[end] != '"' : rest->data[end] != ' ' && rest->data[end] != '\t'))
        end++;
    KbText word = text_slice(*rest, start, end);
    if (*quoted && end < rest->length) end++;
    *rest = text_slice(*rest, end, rest->length);
    return word;
}

static bool read_format(Request *request, KbText name, Origin origin)
{
    KbStatus status = export_format_find(name, &request->export.format);
    if (status == KB_INVALID)
        command_complain(origin, "export format %.*s is not supported yet; there are json, ftm and csv",
                         TEXT_ARGS(name));
    if (status == KB_NOT_FOUND) command_complain(origin, "no such export format: %.*s", TEXT_ARGS(name));
    return status == KB_OK;
}

static bool read_option(Request *request, KbText word, KbText *rest, Origin origin)
{
    bool quoted;
    if (text_is(word, "--mentions")) return request->export.mentions = true;
    if (text_is(word, "--force")) return request->force = true;
    if (text_is(word, "--format")) return read_format(request, next_word(rest, &quoted), origin);
    if (text_starts(word, "--format="))
        return read_format(request, text_slice(word, strlen("--format="), word.length), origin);
    command_complain(origin, "export has no option %.*s", TEXT_ARGS(word));
    return false;
}

static bool read_request(Region *region, KbText rest, Request *request, Origin origin)
{
    for (rest = text_trim(rest); rest.length; rest = text_trim(rest)) {
        bool quoted;
        KbText word = next_word(&rest, &quoted);
        if (!quoted && text_starts(word, ">")) {
            KbText file = word.length > 1 ? text_slice(word, 1, word.length) : next_word(&rest, &quoted);
            if (file.length == 0 || request->file.length) {
                command_complain(origin, "export: one file name after >");
                return false;
            }
            request->file = region_text(region, file);
        } else if (!quoted && text_starts(word, "--")) {
            if (!read_option(request, word, &rest, origin)) return false;
        } else {
            KbText parts[] = {request->name, word};
            request->name = region_join(region, parts, 2, " ");
        }
    }
    if (request->name.length) return true;
    command_complain(origin, "export needs a name, or * for all");
    return false;
}

// The id of the one entity that the name means; else the answer that says why not is told.
static CommandResult resolve(Shell *shell, KbText name, KbId *id, Origin origin)
{
    Question question = {
        .text = name, .form = QUESTION_IDENTITY, .kind = "identity", .param = "", .relations = "", .x = name};
    Answer *answer = NULL;
    KbError error = {0};
    KbStatus status = answer_readings(shell->kb, &shell->session, &question, 1, &answer, &error);
    if (status != KB_OK) {
        command_complain(origin, "%s", error.text);
        return COMMAND_DATABASE;
    }
    CommandResult result = answer->status == ANSWER_OK && answer->count == 1 ? COMMAND_OK : COMMAND_FAILED;
    if (result == COMMAND_OK)
        *id = answer->items[0].entity;
    else
        render_answer(&shell->render, answer, stderr);
    answer_free(answer);
    return result;
}

static KbStatus write_records(Shell *shell, const Request *request, const KbId *id, KbError *error)
{
    KbReader *reader = NULL;
    KbStatus status = kb_reader_open(shell->kb, &reader, error);
    if (status != KB_OK) return status;
    status = id ? export_entity(&request->export, reader, kb_text(id->text), error)
                : export_all(&request->export, reader, error);
    kb_reader_close(reader);
    return status;
}

static CommandResult explain(KbStatus status, const KbError *error, Origin origin)
{
    if (status == KB_OK) return COMMAND_OK;
    if (status == KB_INTERRUPTED) return COMMAND_INTERRUPTED;
    if (error->text[0]) command_complain(origin, "%s", error->text);
    return status == KB_CORRUPT || status == KB_VERSION ? COMMAND_DATABASE : COMMAND_FAILED;
}

CommandResult command_export(Shell *shell, KbText arguments, Origin origin)
{
    Region *region = region_new();
    Request request = {.export = {.out = shell->out}};
    Outfile file;
    KbError error = {0};
    KbId id = {""};
    CommandResult result = read_request(region, arguments, &request, origin) ? COMMAND_OK : COMMAND_FAILED;
    bool all = text_is(request.name, "*");
    if (result == COMMAND_OK && !all) result = resolve(shell, request.name, &id, origin);
    if (result == COMMAND_OK && request.file.length) {
        result = explain(outfile_open(&file, request.file, request.force, &error), &error, origin);
        request.export.out = result == COMMAND_OK ? file.stream : NULL;
    }
    if (result == COMMAND_OK) {
        KbStatus status = write_records(shell, &request, all ? NULL : &id, &error);
        if (request.file.length && status == KB_OK)
            status = outfile_commit(&file, &error);
        else if (request.file.length)
            outfile_discard(&file);
        result = explain(status, &error, origin);
    }
    region_free(region);
    return result;
}
