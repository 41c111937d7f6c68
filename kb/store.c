// The file: LMDB tables of checked records.
// SPDX-License-Identifier: MIT
//
// LMDB 0.9.24 has no checksums, maps a truncated file without a look (SIGBUS on the first touch), and takes an empty
// file for a new one. So: every record ends in a checksum, the meta pages are checked against the file's size before
// LMDB sees it, and a new file gets its name only when it is complete.
#include <errno.h>
#include <fcntl.h>
#include <lmdb.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <time.h>
#include <unistd.h>

#include "kb/error.h"
#include "kb/record.h"
#include "kb/store.h"

enum { FORMAT = 1, MOST_READERS = 126 };

static const char *const table_names[STORE_TABLES] = {"meta",    "documents", "locators", "features", "mentions",
                                                      "blocks",  "aliases",   "edges",    "titles",   "totals",
                                                      "parents", "children",  "homes",    "entities", "names"};

struct Store {
    MDB_env *env;
    MDB_dbi tables[STORE_TABLES];
    char *path;
    int file; // holds the writer's lock; -1 for readers
    size_t map_size;
    size_t open_txns;
    bool needs_room;
};

struct StoreTxn {
    Store *store;
    MDB_txn *txn;
    bool write;
};

// ---------------------------------------------------------------------------------------------- errors

// LMDB reports a write that stopped short as EIO; a full disk or a size limit is the usual cause.
static bool is_out_of_space(const Store *store)
{
    struct statvfs disk;
    struct rlimit limit;
    struct stat file;
    if (statvfs(store->path, &disk) == 0 && disk.f_bavail < 16) return true;
    if (getrlimit(RLIMIT_FSIZE, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY) return false;
    return stat(store->path, &file) == 0 && (rlim_t)file.st_size + (1 << 20) >= limit.rlim_cur;
}

static KbStatus fail_lmdb(Store *store, int code, KbError *error)
{
    switch (code) {
    case MDB_SUCCESS: return KB_OK;
    case MDB_NOTFOUND: return KB_NOT_FOUND;
    case MDB_MAP_FULL: store->needs_room = true; return kb_fail(error, KB_FULL, "%s: the map is full", store->path);
    case ENOSPC:
    case EFBIG:
    case EDQUOT: return kb_fail(error, KB_FULL, "%s: %s", store->path, strerror(code));
    case MDB_VERSION_MISMATCH: return kb_fail(error, KB_VERSION, "%s: written by another version of LMDB", store->path);
    case MDB_INVALID:
    case MDB_CORRUPTED:
    case MDB_PAGE_NOTFOUND:
    case MDB_PANIC:
    case MDB_BAD_VALSIZE:
    case MDB_INCOMPATIBLE: return kb_fail(error, KB_CORRUPT, "%s: %s", store->path, mdb_strerror(code));
    case EIO:
        if (is_out_of_space(store)) return kb_fail(error, KB_FULL, "%s: no room left", store->path);
        break;
    default: break;
    }
    return kb_fail(error, KB_IO, "%s: %s", store->path, mdb_strerror(code));
}

static KbStatus fail_sum(const Store *store, StoreTable table, KbError *error)
{
    return kb_fail(error, KB_CORRUPT, "%s: a record of table %s fails its checksum", store->path, table_names[table]);
}

// ---------------------------------------------------------------------------------------------- before LMDB looks

// Where LMDB 0.9 keeps what a check needs, in each of its two meta pages (64-bit, this machine's byte order).
enum {
    META_MAGIC = 16,
    META_VERSION = 20,
    META_PAGE_SIZE = 40,
    META_LAST_PAGE = 136,
    META_TXN = 144,
    META_BYTES = 152
};

typedef struct Meta {
    uint32_t page_size;
    uint64_t last_page, txn;
} Meta;

static bool read_meta(int file, off_t at, Meta *meta)
{
    unsigned char bytes[META_BYTES];
    if (pread(file, bytes, sizeof bytes, at) != (ssize_t)sizeof bytes) return false;
    uint32_t magic, version;
    memcpy(&magic, bytes + META_MAGIC, sizeof magic);
    memcpy(&version, bytes + META_VERSION, sizeof version);
    memcpy(&meta->page_size, bytes + META_PAGE_SIZE, sizeof meta->page_size);
    memcpy(&meta->last_page, bytes + META_LAST_PAGE, sizeof meta->last_page);
    memcpy(&meta->txn, bytes + META_TXN, sizeof meta->txn);
    bool size = meta->page_size >= 512 && meta->page_size <= 65536 && (meta->page_size & (meta->page_size - 1)) == 0;
    return magic == 0xBEEFC0DE && version == 1 && size && meta->last_page < UINT64_MAX / 65536 - 1;
}

// Bytes that the newest meta page promises; 0 when the file is none of LMDB's.
static uint64_t promised_size(int file)
{
    Meta first, second;
    if (!read_meta(file, 0, &first) || !read_meta(file, (off_t)first.page_size, &second)) return 0;
    if (first.page_size != second.page_size) return 0;
    uint64_t last = second.txn > first.txn ? second.last_page : first.last_page;
    return (last + 1) * first.page_size;
}

static KbStatus check_file(const char *path, KbError *error)
{
    struct stat info;
    if (stat(path, &info) != 0) return errno == ENOENT ? KB_NOT_FOUND : kb_fail_errno(error, "", path);
    if (!S_ISREG(info.st_mode)) return kb_fail(error, KB_CORRUPT, "%s: not a regular file", path);
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0) return kb_fail_errno(error, "", path);
    KbStatus status = KB_CORRUPT;
    // A writer may be between its commit and the extension of the file: look again before calling it truncated.
    for (int tries = 0; status && tries < 3; tries++) {
        if (tries > 0) nanosleep(&(struct timespec){.tv_nsec = 20000000}, NULL);
        uint64_t size = promised_size(file);
        if (size && fstat(file, &info) == 0 && (uint64_t)info.st_size >= size) status = KB_OK;
        if (!size) break;
    }
    close(file);
    if (status) kb_fail(error, status, "%s: not a knowledge base, or cut short", path);
    return status;
}

// ---------------------------------------------------------------------------------------------- open

static const size_t map_sizes[] = {(size_t)64 << 30, (size_t)8 << 30, (size_t)1 << 30, (size_t)256 << 20,
                                   (size_t)64 << 20};

static int env_open(Store *store, const char *path, unsigned flags)
{
    int code = mdb_env_create(&store->env);
    if (code) return code;
    mdb_env_set_maxdbs(store->env, STORE_TABLES);
    mdb_env_set_maxreaders(store->env, MOST_READERS);
    if (store->map_size) code = mdb_env_set_mapsize(store->env, store->map_size);
    if (!code) code = mdb_env_open(store->env, path, flags | MDB_NOSUBDIR | MDB_NOTLS, 0644);
    if (!code) return 0;
    mdb_env_close(store->env);
    store->env = NULL;
    return code;
}

// The map takes addresses, not memory or disk; where even addresses are rationed, a smaller one does.
static int env_open_roomy(Store *store, const char *path, unsigned flags, size_t map_size)
{
    store->map_size = map_size;
    if (map_size) return env_open(store, path, flags);
    int code = ENOMEM;
    for (size_t i = 0; i < sizeof map_sizes / sizeof *map_sizes && code == ENOMEM; i++) {
        store->map_size = map_sizes[i];
        code = env_open(store, path, flags);
    }
    return code;
}

static KbStatus open_tables(Store *store, StoreTxn *txn, unsigned flags, KbError *error)
{
    for (int i = 0; i < STORE_TABLES; i++) {
        int code = mdb_dbi_open(txn->txn, table_names[i], flags, &store->tables[i]);
        if (code == MDB_NOTFOUND) return kb_fail(error, KB_CORRUPT, "%s: not a knowledge base", store->path);
        if (code) return fail_lmdb(store, code, error);
    }
    return KB_OK;
}

static KbStatus write_meta(StoreTxn *txn, KbText model, KbError *error)
{
    Bytes format = {0};
    kb_record_number(&format, FORMAT);
    KbStatus status = kb_store_put(txn, STORE_META, kb_text("format"), kb_bytes_text(&format), error);
    kb_bytes_free(&format);
    if (!status) status = kb_store_put(txn, STORE_META, kb_text("model"), model, error);
    return status;
}

static KbStatus check_meta(StoreTxn *txn, KbText model, KbError *error)
{
    const char *path = txn->store->path;
    KbText value;
    KbStatus status = kb_store_get(txn, STORE_META, kb_text("format"), &value, error);
    if (status == KB_NOT_FOUND) return kb_fail(error, KB_CORRUPT, "%s: not a knowledge base", path);
    if (status) return status;
    Cursor in = kb_cursor_of(value);
    uint64_t format = kb_cursor_number(&in);
    if (format > FORMAT) return kb_fail(error, KB_VERSION, "%s: written by a newer version of kb", path);
    if (format != FORMAT || !kb_cursor_done(&in)) return kb_fail(error, KB_CORRUPT, "%s: unknown format", path);
    status = kb_store_get(txn, STORE_META, kb_text("model"), &value, error);
    if (status == KB_NOT_FOUND) return kb_fail(error, KB_CORRUPT, "%s: no model version", path);
    if (status || model.length == 0 || value.length == 0 || kb_text_equal(model, value)) return status;
    return kb_fail(error, KB_VERSION, "%s: written with model %.*s, not %.*s", path, (int)value.length, value.data,
                   (int)model.length, model.data);
}

// Makes a complete empty file under another name, then gives it the real one, unless another process was faster.
static KbStatus create_file(const char *path, const KbOptions *options, KbError *error)
{
    char *new_path = NULL, *lock_path = NULL;
    if (asprintf(&new_path, "%s.new-%ld", path, (long)getpid()) < 0 || asprintf(&lock_path, "%s-lock", new_path) < 0)
        return kb_fail(error, KB_IO, "out of memory");
    unlink(new_path);
    Store store = {.path = new_path, .file = -1};
    StoreTxn *txn = NULL;
    KbStatus status = fail_lmdb(&store, env_open_roomy(&store, new_path, 0, options->map_size), error);
    if (!status) status = kb_store_begin(&store, true, &txn, error);
    if (!status) status = open_tables(&store, txn, MDB_CREATE, error);
    if (!status) status = write_meta(txn, options->model, error);
    if (status)
        kb_store_abort(txn);
    else
        status = kb_store_commit(txn, error);
    if (store.env) mdb_env_close(store.env);
    if (!status && link(new_path, path) != 0 && errno != EEXIST) status = kb_fail_errno(error, "", path);
    unlink(new_path);
    unlink(lock_path);
    free(new_path);
    free(lock_path);
    return status;
}

static KbStatus lock_writer(Store *store, KbOpenMode mode, KbError *error)
{
    store->file = open(store->path, O_RDWR | O_CLOEXEC);
    if (store->file < 0) return kb_fail_errno(error, "", store->path);
    if (flock(store->file, LOCK_EX | (mode == KB_WRITE ? LOCK_NB : 0)) == 0) return KB_OK;
    if (errno == EWOULDBLOCK) return kb_fail(error, KB_LOCKED, "%s: another process is writing", store->path);
    if (errno == EINTR) return kb_fail(error, KB_INTERRUPTED, "%s: interrupted while waiting", store->path);
    return kb_fail_errno(error, "locking", store->path);
}

static KbStatus open_checked(Store *store, const KbOptions *options, KbError *error)
{
    KB_TRY(check_file(store->path, error));
    unsigned flags = options->mode == KB_READ ? MDB_RDONLY : 0;
    int code = flags ? env_open(store, store->path, flags) : env_open_roomy(store, store->path, 0, options->map_size);
    KB_TRY(fail_lmdb(store, code, error));
    int dead = 0;
    mdb_reader_check(store->env, &dead);
    StoreTxn *txn = NULL;
    KB_TRY(kb_store_begin(store, false, &txn, error));
    KbStatus status = open_tables(store, txn, 0, error);
    if (!status) status = check_meta(txn, options->model, error);
    // Committing a read transaction keeps the table handles it opened.
    if (!status)
        status = fail_lmdb(store, mdb_txn_commit(txn->txn), error);
    else
        mdb_txn_abort(txn->txn);
    store->open_txns--;
    free(txn);
    return status;
}

KbStatus kb_store_open(const char *path, const KbOptions *options, Store **out, KbError *error)
{
    *out = NULL;
    if (options->mode != KB_READ && access(path, F_OK) != 0 && errno == ENOENT)
        KB_TRY(create_file(path, options, error));
    Store *store = kb_memory_alloc(1, sizeof *store);
    store->file = -1;
    store->path = kb_memory_alloc(strlen(path) + 1, 1);
    strcpy(store->path, path);
    KbStatus status = options->mode == KB_READ ? KB_OK : lock_writer(store, options->mode, error);
    if (!status) status = open_checked(store, options, error);
    if (status)
        kb_store_close(store);
    else
        *out = store;
    return status;
}

void kb_store_close(Store *store)
{
    if (!store) return;
    if (store->env) mdb_env_close(store->env);
    if (store->file >= 0) close(store->file);
    free(store->path);
    free(store);
}

bool kb_store_writable(const Store *store)
{
    return store->file >= 0;
}

// ---------------------------------------------------------------------------------------------- transactions

KbStatus kb_store_begin(Store *store, bool write, StoreTxn **out, KbError *error)
{
    *out = NULL;
    MDB_txn *txn = NULL;
    int code = mdb_txn_begin(store->env, NULL, write ? 0 : MDB_RDONLY, &txn);
    if (code == MDB_MAP_RESIZED && store->open_txns == 0) { // another process has grown the file
        code = mdb_env_set_mapsize(store->env, 0);
        if (!code) code = mdb_txn_begin(store->env, NULL, write ? 0 : MDB_RDONLY, &txn);
    }
    if (code) return fail_lmdb(store, code, error);
    *out = kb_memory_alloc(1, sizeof **out);
    **out = (StoreTxn){store, txn, write};
    store->open_txns++;
    return KB_OK;
}

// Pages that a transaction took and gave back may lie past the end of the file; the size check wants them there.
static void extend_file(const Store *store)
{
    struct stat info;
    uint64_t size = store->file >= 0 ? promised_size(store->file) : 0;
    if (size && fstat(store->file, &info) == 0 && (uint64_t)info.st_size < size &&
        ftruncate(store->file, (off_t)size) != 0)
        return; // the next commit tries again
}

KbStatus kb_store_commit(StoreTxn *txn, KbError *error)
{
    Store *store = txn->store;
    int code = mdb_txn_commit(txn->txn);
    store->open_txns--;
    free(txn);
    if (!code) extend_file(store);
    return fail_lmdb(store, code, error);
}

void kb_store_abort(StoreTxn *txn)
{
    if (!txn) return;
    mdb_txn_abort(txn->txn);
    txn->store->open_txns--;
    free(txn);
}

bool kb_store_needs_room(const Store *store)
{
    return store->needs_room && store->open_txns == 0;
}

KbStatus kb_store_grow(Store *store, KbError *error)
{
    store->needs_room = false;
    store->map_size *= 2;
    return fail_lmdb(store, mdb_env_set_mapsize(store->env, store->map_size), error);
}

// ---------------------------------------------------------------------------------------------- records

static MDB_val to_val(KbText text)
{
    return (MDB_val){text.length, (void *)text.data};
}

static KbText of_val(MDB_val val)
{
    return (KbText){val.mv_data, val.mv_size};
}

static KbStatus open_record(const Store *store, StoreTable table, KbText key, MDB_val val, KbText *value,
                            KbError *error)
{
    if (val.mv_size < RECORD_SUM) return fail_sum(store, table, error);
    *value = (KbText){val.mv_data, val.mv_size - RECORD_SUM};
    uint64_t sum;
    memcpy(&sum, value->data + value->length, sizeof sum);
    return sum == kb_record_sum(table, key, *value) ? KB_OK : fail_sum(store, table, error);
}

KbStatus kb_store_get(StoreTxn *txn, StoreTable table, KbText key, KbText *value, KbError *error)
{
    MDB_val k = to_val(key), v;
    int code = mdb_get(txn->txn, txn->store->tables[table], &k, &v);
    if (code) return fail_lmdb(txn->store, code, error);
    return open_record(txn->store, table, key, v, value, error);
}

KbStatus kb_store_put(StoreTxn *txn, StoreTable table, KbText key, KbText value, KbError *error)
{
    uint64_t sum = kb_record_sum(table, key, value);
    MDB_val k = to_val(key), v = {value.length + RECORD_SUM, NULL};
    int code = mdb_put(txn->txn, txn->store->tables[table], &k, &v, MDB_RESERVE);
    if (code) return fail_lmdb(txn->store, code, error);
    if (value.length) memcpy(v.mv_data, value.data, value.length);
    memcpy((char *)v.mv_data + value.length, &sum, sizeof sum);
    return KB_OK;
}

KbStatus kb_store_delete(StoreTxn *txn, StoreTable table, KbText key, KbError *error)
{
    MDB_val k = to_val(key);
    int code = mdb_del(txn->txn, txn->store->tables[table], &k, NULL);
    return code == MDB_NOTFOUND ? KB_OK : fail_lmdb(txn->store, code, error);
}

// ---------------------------------------------------------------------------------------------- scans

KbStatus kb_store_scan(StoreTxn *txn, StoreTable table, KbText prefix, StoreScan *scan, KbError *error)
{
    *scan = (StoreScan){.txn = txn, .table = table, .prefix = prefix};
    MDB_cursor *cursor = NULL;
    int code = mdb_cursor_open(txn->txn, txn->store->tables[table], &cursor);
    scan->cursor = cursor;
    return fail_lmdb(txn->store, code, error);
}

static bool begins_with(KbText text, KbText prefix)
{
    return text.length >= prefix.length && (prefix.length == 0 || memcmp(text.data, prefix.data, prefix.length) == 0);
}

static KbStatus scan_row(StoreScan *scan, int code, MDB_val k, MDB_val v, KbText *key, KbText *value, KbError *error)
{
    if (code) return fail_lmdb(scan->txn->store, code, error);
    *key = of_val(k);
    if (!begins_with(*key, scan->prefix)) return KB_NOT_FOUND;
    return open_record(scan->txn->store, scan->table, *key, v, value, error);
}

KbStatus kb_store_next(StoreScan *scan, KbText *key, KbText *value, KbError *error)
{
    MDB_val k = to_val(scan->prefix), v;
    MDB_cursor_op first = scan->prefix.length ? MDB_SET_RANGE : MDB_FIRST;
    int code = mdb_cursor_get(scan->cursor, &k, &v, scan->started ? MDB_NEXT : first);
    scan->started = true;
    return scan_row(scan, code, k, v, key, value, error);
}

KbStatus kb_store_seek(StoreScan *scan, KbText key, KbError *error)
{
    MDB_val k = to_val(key), v;
    int code = mdb_cursor_get(scan->cursor, &k, &v, MDB_SET_RANGE);
    if (code) return fail_lmdb(scan->txn->store, code, error);
    // Step back, so that the next step forward lands on it; at the very start, start anew.
    scan->started = mdb_cursor_get(scan->cursor, &k, &v, MDB_PREV) == 0;
    return KB_OK;
}

void kb_store_scan_end(StoreScan *scan)
{
    if (scan->cursor) mdb_cursor_close(scan->cursor);
    scan->cursor = NULL;
}

// The first key after all that begin with the prefix; false when there can be none.
static bool after_prefix(KbText prefix, unsigned char out[512], size_t *length)
{
    memcpy(out, prefix.data, prefix.length);
    for (*length = prefix.length; *length > 0; (*length)--)
        if (out[*length - 1] != 0xff) {
            out[*length - 1]++;
            return true;
        }
    return false;
}

KbStatus kb_store_last(StoreTxn *txn, StoreTable table, KbText prefix, KbText *key, KbText *value, KbError *error)
{
    unsigned char bound[512];
    size_t length;
    StoreScan scan;
    KB_TRY(kb_store_scan(txn, table, prefix, &scan, error));
    MDB_val k, v;
    int code = MDB_NOTFOUND;
    if (after_prefix(prefix, bound, &length)) {
        k = (MDB_val){length, bound};
        code = mdb_cursor_get(scan.cursor, &k, &v, MDB_SET_RANGE);
    }
    code = mdb_cursor_get(scan.cursor, &k, &v, code ? MDB_LAST : MDB_PREV);
    KbStatus status = scan_row(&scan, code, k, v, key, value, error);
    kb_store_scan_end(&scan);
    return status;
}
