#if !__has_include(<yaml.h>)
#error "libyaml's headers are missing. Debian and Ubuntu: apt-get install libyaml-dev. macOS: brew install libyaml."
#endif
#include <yaml.h>
