# shellcheck shell=sh
# Files appear whole or not at all: each is written beside its place and renamed into it.

# place SOURCE TARGET MODE
place() {
    mkdir -p "$(dirname "$2")"
    cp "$1" "$2.new"
    chmod "$3" "$2.new"
    sync "$2.new"
    mv "$2.new" "$2"
}

# write TARGET MODE: the same for standard input.
write() {
    mkdir -p "$(dirname "$1")"
    (umask 077 && cat >"$1.new")
    chmod "$2" "$1.new"
    sync "$1.new"
    mv "$1.new" "$1"
}

# same FILE FILE: whether both are there and alike.
same() { [ -f "$1" ] && [ -f "$2" ] && cmp -s "$1" "$2"; }

# map_name ADDRESS NAME: the one line of /etc/hosts that says where NAME is. Others' lines stay.
map_name() {
    mapped "$1" "$2" && return 0
    { grep -v "[[:space:]]$2\([[:space:]]\|\$\)" /etc/hosts || true; printf '%s %s\n' "$1" "$2"; } | write /etc/hosts 0644
}

# mapped ADDRESS NAME
mapped() { grep -qxF "$1 $2" /etc/hosts; }
