// A file that appears whole or not at all: written beside its name, then linked or renamed into place.
// SPDX-License-Identifier: MIT
#include "shell/outfile.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static KbStatus refuse(KbError *error, KbStatus status, const char *path, const char *why)
{
    *error = (KbError){.status = status};
    snprintf(error->text, sizeof error->text, "%.300s: %s", path, why);
    return status;
}

static KbStatus check_target(const char *path, bool force, KbError *error)
{
    struct stat info;
    if (lstat(path, &info) != 0) return errno == ENOENT ? KB_OK : refuse(error, KB_IO, path, strerror(errno));
    if (S_ISLNK(info.st_mode)) return refuse(error, KB_INVALID, path, "is a symbolic link; not written");
    if (!S_ISREG(info.st_mode)) return refuse(error, KB_INVALID, path, "is no plain file; not written");
    return force ? KB_OK : refuse(error, KB_INVALID, path, "exists; use --force to replace it");
}

KbStatus outfile_open(Outfile *file, KbText path, bool force, KbError *error)
{
    *file = (Outfile){.force = force};
    if (path.length == 0 || path.length >= sizeof file->path)
        return refuse(error, KB_INVALID, "output file", "the name is empty or too long");
    memcpy(file->path, path.data, path.length);
    KbStatus status = check_target(file->path, force, error);
    if (status != KB_OK) return status;
    snprintf(file->temporary, sizeof file->temporary, "%s.XXXXXX", file->path);
    int fd = mkstemp(file->temporary);
    if (fd < 0) return refuse(error, KB_IO, file->path, strerror(errno));
    mode_t mask = umask(0);
    umask(mask);
    fchmod(fd, 0666 & ~mask);
    file->stream = fdopen(fd, "w");
    if (file->stream) return KB_OK;
    close(fd);
    unlink(file->temporary);
    return refuse(error, KB_IO, file->path, strerror(errno));
}

// link refuses an existing name, whoever made it meanwhile; where links are not supported, rename after a last look.
static int put_in_place(const Outfile *file, KbError *error)
{
    if (file->force) return rename(file->temporary, file->path);
    if (link(file->temporary, file->path) == 0) return unlink(file->temporary);
    if (errno == EEXIST) return -1;
    return check_target(file->path, false, error) == KB_OK ? rename(file->temporary, file->path) : -1;
}

KbStatus outfile_commit(Outfile *file, KbError *error)
{
    bool written = fflush(file->stream) == 0 && !ferror(file->stream) && fsync(fileno(file->stream)) == 0;
    int reason = errno;
    if (fclose(file->stream) != 0) written = false;
    file->stream = NULL;
    if (written && put_in_place(file, error) == 0) return KB_OK;
    if (written) reason = errno;
    unlink(file->temporary);
    return refuse(error, KB_IO, file->path, reason == EEXIST ? "exists; use --force to replace it" : strerror(reason));
}

void outfile_discard(Outfile *file)
{
    if (file->stream) fclose(file->stream);
    file->stream = NULL;
    unlink(file->temporary);
}
