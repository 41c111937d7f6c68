// Bytes of one input, read forward with a bounded buffer.
// SPDX-License-Identifier: MIT
#include "ingest/input.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { INPUT_CHUNK = 1 << 16 };

static KbStatus fail(KbError *error, KbStatus status, const char *reason)
{
    *error = (KbError){.status = status};
    snprintf(error->text, sizeof error->text, "%s", reason);
    return status;
}

static const char *unreadable_kind(mode_t mode)
{
    static const struct {
        mode_t kind;
        const char *reason;
    } kinds[] = {
        {S_IFIFO, "is a FIFO, not a file"},      {S_IFSOCK, "is a socket, not a file"},
        {S_IFCHR, "is a device, not a file"},    {S_IFBLK, "is a device, not a file"},
        {S_IFDIR, "is a directory, not a file"},
    };
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if ((mode & S_IFMT) == kinds[i].kind) return kinds[i].reason;
    return NULL;
}

KbStatus input_open(const char *path, Input *input, KbError *error)
{
    *input = (Input){.fd = STDIN_FILENO};
    if (strcmp(path, "-") == 0) return KB_OK;
    // Opening a FIFO without O_NONBLOCK would wait for its writer.
    input->fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
    if (input->fd < 0 && errno == ENXIO) return fail(error, KB_INVALID, "is a socket, not a file");
    if (input->fd < 0) return fail(error, KB_IO, strerror(errno));
    struct stat status;
    const char *reason = fstat(input->fd, &status) == 0 ? unreadable_kind(status.st_mode) : strerror(errno);
    if (!reason) return KB_OK;
    input_close(input);
    return fail(error, KB_INVALID, reason);
}

void input_from_memory(KbText bytes, Input *input)
{
    *input = (Input){.fd = -1, .ended = true};
    buffer_append(&input->buffer, bytes.data, bytes.length);
}

void input_close(Input *input)
{
    if (input->fd > STDIN_FILENO) close(input->fd);
    buffer_free(&input->buffer);
    *input = (Input){.fd = -1, .ended = true};
}

static size_t available(const Input *input)
{
    return input->buffer.length - input->start;
}

// Reads one more chunk behind the unread bytes; false at the end.
static bool fill(Input *input)
{
    if (input->ended) return false;
    Buffer *buffer = &input->buffer;
    if (input->start > 0 && input->start >= buffer->length / 2) {
        buffer->length -= input->start;
        memmove(buffer->data, buffer->data + input->start, buffer->length);
        input->start = 0;
    }
    buffer_reserve(buffer, INPUT_CHUNK);
    // A signal that interrupts the read asks to stop: a failure like the others.
    ssize_t count = read(input->fd, buffer->data + buffer->length, INPUT_CHUNK);
    if (count < 0) input->failure = errno;
    input->ended = count <= 0;
    if (count > 0) buffer->length += (size_t)count;
    return count > 0;
}

KbText input_peek(Input *input, size_t count)
{
    while (available(input) < count && fill(input))
        continue;
    size_t have = available(input);
    return (KbText){have ? input->buffer.data + input->start : "", have < count ? have : count};
}

void input_skip(Input *input, size_t count)
{
    input->start += count;
    input->offset += count;
}

// Passes over the rest of a line that is too long to hold.
static void skip_line(Input *input)
{
    for (;;) {
        size_t have = available(input);
        const char *bytes = have ? input->buffer.data + input->start : "";
        const char *feed = have ? memchr(bytes, '\n', have) : NULL;
        input_skip(input, feed ? (size_t)(feed - bytes) + 1 : have);
        if (feed || !fill(input)) return;
    }
}

InputResult input_line(Input *input, size_t limit, KbText *line)
{
    size_t searched = 0;
    for (;;) {
        size_t have = available(input);
        const char *bytes = have ? input->buffer.data + input->start : "";
        const char *feed = have > searched ? memchr(bytes + searched, '\n', have - searched) : NULL;
        size_t length = feed ? (size_t)(feed - bytes) : have;
        if (length > limit) {
            skip_line(input);
            return INPUT_TOO_LONG;
        }
        if (!feed) {
            searched = have;
            if (fill(input)) continue;
            if (input->failure) return INPUT_FAILED;
            if (length == 0) return INPUT_END;
        }
        *line = (KbText){bytes, length};
        input_skip(input, length + (feed ? 1 : 0));
        return INPUT_OK;
    }
}

InputResult input_all(Input *input, size_t limit, KbText *bytes)
{
    *bytes = input_peek(input, limit + 1);
    if (input->failure) return INPUT_FAILED;
    if (bytes->length > limit) return INPUT_TOO_LONG;
    if (bytes->length == 0) return INPUT_END;
    input_skip(input, bytes->length);
    return INPUT_OK;
}
