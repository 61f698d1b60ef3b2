#ifndef SLIPWAY_EMBEDDED_FILES_H
#define SLIPWAY_EMBEDDED_FILES_H

#include <stddef.h>

/// A file of templates/, apimodels/, docs/rules/ or packed/ that is part of the program.
struct embedded_file {
    const char *path;            ///< From the top of the repository, such as "templates/conf/sysctl.conf".
    const unsigned char *bytes;  ///< The contents, not terminated.
    size_t size;                 ///< The length in bytes.
};

/// The number of embedded files.
size_t embedded_file_count(void);
/// The file at `index`, in order of path.
const struct embedded_file *embedded_file_at(size_t index);
/// The file at `path`, null if there is none.
const struct embedded_file *embedded_file_named(const char *path);

#endif
