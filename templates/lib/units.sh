# shellcheck shell=sh
# systemd units.

# start_unit UNIT CODE: enables the unit and starts it anew with what its files say now, or ends the step.
start_unit() {
    systemctl daemon-reload
    systemctl enable --quiet "$1" || fail 4 "cannot enable $1"
    systemctl restart "$1" || fail "$2" "$1 does not start: $(unit_words "$1")"
}

# unit_words UNIT: its last words, as one line.
unit_words() { journalctl --unit "$1" --lines 3 --no-pager --output cat 2>/dev/null | tr '\n' ' '; }
