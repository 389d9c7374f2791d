"""Whole processes, timed: wall clock, processor time and the most memory that they held."""

import os
import random
import statistics
import subprocess
import tempfile
import time
from dataclasses import dataclass


@dataclass
class Run:
    wall: float
    cpu: float
    output: str


@dataclass
class Runs:
    done: list
    memory: int  # bytes

    def median(self, figure="wall"):
        return statistics.median(getattr(run, figure) for run in self.done)

    @property
    def output(self):
        return self.done[0].output


def run(command, cwd=None):
    """One run. The output is kept: it is what tells how many payloads a program accepted."""
    start = time.perf_counter()
    process = subprocess.Popen(
        [str(word) for word in command], cwd=cwd, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT, text=True, errors="replace", env={**os.environ, "GITHUB_ACTIONS": ""},
    )
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    return Run(wall, usage.ru_utime + usage.ru_stime, output)


def peak(command, cwd=None):
    """A run of which only the memory counts. GNU time starts it, since whatever a process holds when it starts another one
    counts as that one's: this interpreter holds more than most of these programs."""
    with tempfile.NamedTemporaryFile() as file:
        done = run(["time", "--format=%M", f"--output={file.name}", *command], cwd)
        return done, int(file.read().split()[-1]) * 1024


def rounds(commands, count, cwd=None):
    """Runs all commands, `count` times after one round that is not counted, so that they share what the machine is doing
    meanwhile. Each round has another order: what a program leaves in the caches is not always to the same one's cost. A run
    of more than 20 seconds is done once."""
    first = {name: peak(command, cwd) for name, command in commands.items()}
    slow = {name for name, (done, _) in first.items() if done.wall > 20}
    runs = {name: [done] if name in slow else [] for name, (done, _) in first.items()}
    names = [name for name in commands if name not in slow]
    for number in range(count):
        for name in random.Random(number).sample(names, len(names)):
            runs[name].append(run(commands[name], cwd))
    return {name: Runs(done, first[name][1]) for name, done in runs.items()}
