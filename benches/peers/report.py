"""RESULTS.md: what was measured, as tables and ratios."""

import os
import platform
import subprocess
from dataclasses import dataclass, field
from datetime import date


OURS = "hookproof -j 1"
TWO = "hookproof -j 2"
PARSING = "IgnoredAny"
FILES_TEXT = "10,000 files"
BY_HAND = "Value + jsonschema"
# Loops that show what a part of the work costs, and are no validators that somebody offers.
LOOPS = (PARSING, BY_HAND, "Value + jsonschema, errors")


@dataclass
class Results:
    everyone: list
    command: object
    # A path, how many payloads it holds, and for each name its runs and what it said.
    lines: tuple = None
    faulty: tuple = None
    files: tuple = None
    one: tuple = None
    # Bytes, payloads and the same; bytes and the same.
    many: list = field(default_factory=list)
    large: list = field(default_factory=list)
    # The runs of each way to get the reports on an archive.
    engines: dict = field(default_factory=dict)


def said(*command):
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    return (run.stdout or run.stderr).strip().splitlines()[0]


def machine():
    names = [line for line in open("/proc/cpuinfo", encoding="utf-8") if line.startswith("model name")]
    name = names[0].split(":")[1].strip() if names else platform.processor()
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"{name}, {os.cpu_count()} cores, {memory:.0f} GiB; {platform.system()} {platform.release().split('-')[0]}"


def number(value):
    return f"{value:,.0f}" if value >= 100 else f"{value:.2f}"


def size(amount):
    for unit, length in (("GB", 1e9), ("MB", 1e6), ("KB", 1e3)):
        if amount >= length:
            return f"{amount / length:.3g} {unit}"
    return f"{amount} bytes"


def counted(counts, count):
    if counts is None:
        return "says nothing"
    accepted, rejected = counts
    if accepted is None:
        return f"names {rejected:,} rejected" if rejected else "names none as rejected"
    rest = count - accepted - rejected
    return f"{accepted:,} accepted, {rejected:,} rejected" + (f", silent about {rest:,}" if rest else "")


def table(part, unit):
    path, count, results = part
    ours = results[OURS][0].median()
    rows = [f"| | {unit} | times the time of one thread | seconds | peak memory | counts |", "|---|---|---|---|---|---|"]
    for name, (runs, counts) in sorted(results.items(), key=lambda item: item[1][0].median()):
        wall = runs.median()
        rows.append(
            f"| {name} | {number(count / wall)} | {wall / ours:.2f} | {wall:.3f} | {size(runs.memory)} "
            f"| {counted(counts, count)} |"
        )
    return "\n".join(rows)


def ratio(part, name, other):
    results = part[2]
    return results[other][0].median() / results[name][0].median()


def fastest(part, names):
    return min(names, key=lambda name: part[2][name][0].median())


def others(part, without=(*LOOPS, OURS, TWO)):
    return [name for name in part[2] if name not in without]


def ratios(results):
    lines, files, one, faulty = results.lines, results.files, results.one, results.faulty
    everyone_else = (OURS, TWO, PARSING)
    best_lines, best_files = fastest(lines, others(lines)), fastest(files, others(files))
    best_one = fastest(one, others(one))
    best_faulty = fastest(faulty, others(faulty, everyone_else))
    rows = [
        ("NDJSON, one thread, beside `Value` and `jsonschema` in a Rust loop", ratio(lines, OURS, BY_HAND), "times as fast"),
        (f"NDJSON, one thread, beside the fastest of the other peers ({best_lines})", ratio(lines, OURS, best_lines), "times as fast"),
        ("NDJSON, one thread, beside `IgnoredAny`, which only parses", ratio(lines, PARSING, OURS), "times its time"),
        ("NDJSON, two threads, beside one", ratio(lines, TWO, OURS), "times as fast"),
        (f"{FILES_TEXT}, one thread, beside the fastest peer ({best_files})", ratio(files, OURS, best_files), "times as fast"),
        (f"{FILES_TEXT}, one thread, beside the Rust loop", ratio(files, OURS, BY_HAND), "times as fast"),
        (f"one file, the whole process, beside the fastest peer ({best_one})", ratio(one, OURS, best_one), "times as fast"),
        (f"half of the payloads faulty, one thread, beside the fastest of all ({best_faulty})", ratio(faulty, OURS, best_faulty), "times as fast"),
    ]
    return "\n".join(["| what | ratio | |", "|---|---|---|", *[f"| {what} | **{value:.2f}** | {unit} |" for what, value, unit in rows]])


def many(results):
    start = results.one[2][OURS][0].median()
    rows = ["| lines | bytes | seconds | microseconds a payload, beyond the start | times `IgnoredAny` | peak memory |", "|---|---|---|---|---|---|"]
    for length, count, measured in results.many:
        runs, parsing = measured[OURS][0], measured[PARSING][0]
        wall = runs.median()
        rows.append(
            f"| {count:,} | {size(length)} | {wall:.4f} | {(wall - start) / count * 1e6:.2f} "
            f"| {wall / parsing.median():.2f} | {size(runs.memory)} |"
        )
    return "\n".join(rows)


def large(results):
    start = results.one[2][OURS][0].median()
    rows = ["| bytes of one payload | seconds | nanoseconds a byte, beyond the start | peak memory |", "|---|---|---|---|"]
    for length, measured in results.large:
        runs = measured[OURS][0]
        wall = runs.median()
        beyond = f"{(wall - start) / length * 1e9:.2f}" if length > 50_000 else "too short to tell"
        rows.append(f"| {length:,} | {wall:.4f} | {beyond} | {size(runs.memory)} |")
    return "\n".join(rows)


def engines(results):
    rows = ["| | seconds | seconds of the processors |", "|---|---|---|"]
    for name, runs in results.engines.items():
        rows.append(f"| {name} | {runs.median():.1f} | {runs.median('cpu'):.1f} |")
    return "\n".join(rows)


def text(results, rounds):
    about = "\n".join(f"- **{peer.name}**: {peer.about}." for peer in results.everyone if peer.about)
    binary = os.stat(results.command).st_size
    return f"""# Beside other validators

Written by `benches/peers/run.py` on {date.today()}, medians of {rounds} runs, all programs in each round and in another order.

{machine()}. {said("cargo", "--version")}, Node.js {said("node", "--version")}, {platform.python_implementation()} \
{platform.python_version()}. The `hookproof` binary has {binary:,} bytes.

The payloads are pushes of Codeup, made of those of `hookproof generate`, and no two are equal. hookproof judges them with
`--strict` by its own schemas and recognises the event; the others get `dist/2020-12/codeup/push.json` and need not ask.
It alone also refuses duplicate members, lone surrogates and numbers that parsers read differently.

{about}

## Ratios

{ratios(results)}

## {results.lines[1]:,} lines of NDJSON, {size(results.lines[0].stat().st_size)}

{table(results.lines, "payloads a second")}

Programs that read no NDJSON are not in this table.

## {results.faulty[1]:,} lines of NDJSON, {size(results.faulty[0].stat().st_size)}, every other payload faulty

{table(results.faulty, "payloads a second")}

hookproof says of each faulty payload what is wrong and where, in this run as a summary for people. The loops count and
explain nothing, but for the one that writes `jsonschema`'s errors as text.

## {FILES_TEXT}

{table(results.files, "payloads a second")}

## One file, the whole process

{table(results.one, "runs a second")}

## From a thousand to ten million lines

{many(results)}

The start is that of a single payload. Beyond a small input threads are started, and once 32 texts were held against a
pattern, it gets an automaton: that weighs most in the shortest input, and in the next table as well, from 10 KB on.

## From a kilobyte to ten megabytes in one payload

{large(results)}

## The reports on an archive of a million payloads

{engines(results)}

Each writes a report for every payload: one run as NDJSON, `examples/spark/validate.py` as a Parquet table.
"""
