// Where the weights and tables lie.
// SPDX-License-Identifier: MIT
#ifndef INGEST_DATA_H
#define INGEST_DATA_H

#include <stdbool.h>
#include <stddef.h>

// $KB_DATA, else the first of these that exists, seen from the program's own folder: ../share/kb (installed), ../data
// and further up (the build tree). False: none, or the path is longer than size.
bool data_directory(char *out, size_t size);

#endif
