#include "cprocess.h"

extern char **environ;

char *const *cprocess_environment(void) { return environ; }
