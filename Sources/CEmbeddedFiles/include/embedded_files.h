#ifndef SLIPWAY_EMBEDDED_FILES_H
#define SLIPWAY_EMBEDDED_FILES_H

#include <stddef.h>

/// A file of templates/ or apimodels/ that is part of the program.
struct embedded_file {
    const char *path;            ///< From the top of the repository, such as "templates/conf/containerd.toml".
    const unsigned char *bytes;  ///< The contents, not terminated.
    size_t size;                 ///< The length in bytes.
};

/// All of them, in order of path.
extern const struct embedded_file embedded_files[];
/// How many there are.
extern const size_t embedded_file_count;

#endif
