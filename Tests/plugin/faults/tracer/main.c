/* tracer: runs a program and harms it at one of its system calls.
 *
 *   tracer [options] -- PROGRAM [ARGUMENT ...]
 *     -k STOP        kill it at a stop (entries and exits of calls, counted from 1)
 *     -d STOP        kill it while the call that it enters at the stop is in the kernel
 *     -x STOP=ERRNO  let the call that it enters at the stop fail
 *     -s STOP        let the call that it enters at the stop move half of its bytes
 *     -p STOP        send a byte on the descriptor of -c at the stop, and wait for one
 *     -c FD          that descriptor
 *     -o FD          write there, as JSON, how it ended and which calls it made
 *     -R SECONDS     shift the wall clock that it sees
 *     -M SECONDS     shift the clocks since boot that it sees
 *     -t SECONDS     kill everything after so long (120)
 *
 * The program's standard streams are the tracer's. The tracer's own exit status is 0 whatever became of the program.
 */
#include "tracer.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

_Noreturn void die(const char *what) {
    perror(what);
    exit(3);
}

static _Noreturn void refuse(const char *what) {
    fprintf(stderr, "tracer: %s\n", what);
    exit(2);
}

static long number(const char *text, char **rest) {
    long value = strtol(text, rest, 10);
    if (*rest == text)
        refuse("a number is missing");
    return value;
}

static struct options read_options(int count, char **words) {
    struct options options = {.report = -1, .control = -1, .seconds = 120};
    for (int letter; (letter = getopt(count, words, "+k:d:x:s:p:c:o:R:M:t:")) != -1;) {
        char *rest;
        if (letter == '?')
            refuse("unknown option");
        long value = number(optarg, &rest);
        switch (letter) {
        case 'k': options.harm = HARM_KILL; break;
        case 'd': options.harm = HARM_DURING; break;
        case 's': options.harm = HARM_SHORT; break;
        case 'p': options.harm = HARM_PAUSE; break;
        case 'x':
            options.harm = HARM_ERROR;
            if (*rest != '=')
                refuse("-x wants STOP=ERRNO");
            options.error_number = (int)number(rest + 1, &rest);
            break;
        case 'c': options.control = (int)value; break;
        case 'o': options.report = (int)value; break;
        case 'R': options.realtime = value; break;
        case 'M': options.monotonic = value; break;
        case 't': options.seconds = (unsigned)value; break;
        }
        if (strchr("kdxsp", letter) != NULL)
            options.stop = value;
    }
    if (optind >= count)
        refuse("no program");
    if (options.harm == HARM_PAUSE && options.control < 0)
        refuse("-p wants -c");
    options.program = words + optind;
    return options;
}

static void report(int descriptor, const struct outcome *outcome) {
    FILE *file = fdopen(descriptor, "w");
    if (file == NULL)
        die("fdopen");
    fprintf(file, "{\"stops\": %ld, ", outcome->stops);
    if (WIFEXITED(outcome->status))
        fprintf(file, "\"exit\": %d, ", WEXITSTATUS(outcome->status));
    else
        fprintf(file, "\"signal\": %d, ", WTERMSIG(outcome->status));
    fputs("\"calls\": [", file);
    for (size_t i = 0; i < outcome->count; i++)
        fprintf(file, i == 0 ? "%d" : ", %d", outcome->calls[i]);
    fputs("]}\n", file);
    if (fclose(file) != 0)
        die("report");
}

int main(int count, char **words) {
    struct options options = read_options(count, words);
    struct outcome outcome = {0};
    alarm(options.seconds);
    trace(&options, &outcome);
    if (options.report >= 0)
        report(options.report, &outcome);
    return 0;
}
