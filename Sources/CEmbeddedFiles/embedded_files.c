// Written by Sources/CEmbeddedFiles/generate (make embed). Do not edit.
#include "embedded_files.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char file_0[] = {
#embed "../../apimodels/defaults.json" suffix(, )
0};

static const unsigned char file_1[] = {
#embed "../../apimodels/kubernetes-downloads.tsv" suffix(, )
0};

static const unsigned char file_2[] = {
#embed "../../apimodels/regions.tsv" suffix(, )
0};

static const unsigned char file_3[] = {
#embed "../../apimodels/vm-sizes.tsv" suffix(, )
0};

static const unsigned char file_4[] = {
#embed "../../templates/x" suffix(, )
0};

static const struct embedded_file files[] = {
    {"apimodels/defaults.json", file_0, sizeof file_0 - 1},
    {"apimodels/kubernetes-downloads.tsv", file_1, sizeof file_1 - 1},
    {"apimodels/regions.tsv", file_2, sizeof file_2 - 1},
    {"apimodels/vm-sizes.tsv", file_3, sizeof file_3 - 1},
    {"templates/x", file_4, sizeof file_4 - 1},
};

size_t embedded_file_count(void) { return sizeof files / sizeof files[0]; }

const struct embedded_file *embedded_file_at(size_t index) { return &files[index]; }
