"""Whole processes, timed: wall clock, processor time and the most memory that they held."""

import os
import statistics
import subprocess
import time
from dataclasses import dataclass


@dataclass
class Run:
    wall: float
    cpu: float
    memory: int  # bytes
    output: str
    code: int


def run(command, cwd=None, timeout=1800):
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
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024, output, process.returncode)


def rounds(commands, count, cwd=None):
    """Runs all commands in turn, `count` times after one round that is not counted, so that they share what the machine
    is doing meanwhile. A run of more than 20 seconds is done once."""
    runs = {name: [run(command, cwd)] for name, command in commands.items()}
    slow = {name for name, done in runs.items() if done[0].wall > 20}
    for _ in range(count):
        for name, command in commands.items():
            if name not in slow:
                runs[name].append(run(command, cwd))
    return {name: done if name in slow else done[1:] for name, done in runs.items()}


def median(runs, figure="wall"):
    return statistics.median(getattr(each, figure) for each in runs)
