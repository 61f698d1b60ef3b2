"""Runs slipway and sends it a signal at one of its requests."""
import os
import threading


def at_request(azure, shell, number, moment, signal, command, *arguments):
    """Run a command and send it `signal` at its `number`th request from now on, `before` or `after` its effect. Whether it got
    there shows in how it ended."""
    first = azure.count
    started = threading.Event()
    process = None

    def watch(request, when):
        started.wait(10)
        if request.number == first + number and when == moment:
            os.kill(process.pid, signal)

    azure.watch(watch)
    try:
        process = shell.begin(command, *arguments)
        started.set()
        return shell.end(process)
    finally:
        azure.watchers.remove(watch)
