/* What Embedded Swift's standard library asks of its surroundings and no library has. Part of the shipped program only. */
#include <errno.h>
#include <stdlib.h>

/* A number of a JSON text: where it ends, and the number by `result`; null if there is none. The C library's own, because the
   program never leaves the locale "C", in which it starts. */
const char *_swift_stdlib_strtod_clocale(const char *text, double *result) {
    char *end;
    errno = 0;
    *result = strtod(text, &end);
    return end == text ? NULL : end;
}
