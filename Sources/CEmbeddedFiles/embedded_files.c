#include "embedded_files.h"
const struct embedded_file embedded_files[] = {{"", (const unsigned char *)"", 0}};
const size_t embedded_file_count = 0;
