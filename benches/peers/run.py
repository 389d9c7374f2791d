#!/usr/bin/env python3
"""Measures hookproof beside other validators on one machine in one run, and writes RESULTS.md.

    benches/peers/run.py [--rounds N] [--most LINES] [--work DIR]

It needs cargo, Node.js 20, Python 3.11, the registries of these, GNU time and, for Spark, Java; it takes about half an
hour and, with the 10,000,000 lines of its longest input, 16 GB. What it installs and makes lies in `target/peers`.
"""

import argparse
import shutil
import subprocess
from pathlib import Path

import report
from corpus import Corpus
from measure import rounds
from peers import HERE, engines, install, peers

ROOT = HERE.parent.parent
SCHEMA = ROOT / "dist/2020-12/codeup/push.json"
LINES = 200_000
FILES = 10_000
LONGEST = 10_000_000
ARCHIVE = 1_000_000


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5, metavar="N", help="counted runs of each command")
    parser.add_argument("--most", type=int, default=LONGEST, metavar="LINES", help="the longest input of the last part")
    parser.add_argument("--work", type=Path, default=ROOT / "target/peers", metavar="DIR", help="where inputs are made")
    parser.add_argument("--installed", action="store_true", help="the peers are there already")
    options = parser.parse_args()
    target = ROOT / "target/peers"
    subprocess.run(["cargo", "build", "--quiet", "--release", "--locked"], check=True, cwd=ROOT)
    command = ROOT / "target/release/hookproof"
    if not options.installed:
        install(target)
    everyone = peers(target, command, SCHEMA)
    corpus = Corpus(command)
    work = options.work
    work.mkdir(parents=True, exist_ok=True)

    def compare(way, path, count, cwd=None, only=None):
        commands = {
            peer.name: getattr(peer, way)(path) for peer in everyone if getattr(peer, way) and (only is None or peer.name in only)
        }
        counts = {peer.name: peer.counts for peer in everyone}
        runs = rounds(commands, count, cwd)
        for name, done in runs.items():
            if counts[name](done.output) is None:
                raise SystemExit(f"{name} does not say what it accepts:\n{done.output[-2000:]}")
            print(f"{way:6} {path.name:22} {name:28} {done.median():9.4f} s  {counts[name](done.output)}", flush=True)
        return {name: (done, counts[name](done.output)) for name, done in runs.items()}

    one = corpus.one(work / "one.json")
    folder = corpus.folder(work / "files", FILES)
    lines = corpus.lines(work / "valid.jsonl", LINES)
    faulty = corpus.lines(work / "half-faulty.jsonl", LINES, faulty=True)
    results = report.Results(everyone, command)
    results.lines = (lines, LINES, compare("lines", lines, options.rounds))
    results.faulty = (faulty, LINES, compare("lines", faulty, options.rounds))
    # Programs that take a list of files get names without folders: the list has to fit on a command line.
    results.files = (folder, FILES, compare("files", folder, options.rounds, cwd=folder))
    results.one = (one, 1, compare("file", one, max(20, options.rounds)))

    ours = {"hookproof -j 1", "IgnoredAny"}
    count = 1_000
    while count <= options.most:
        path = corpus.lines(work / f"{count}.jsonl", count)
        results.many.append((path.stat().st_size, count, compare("lines", path, 10 if count < 100_000 else 3, only=ours)))
        if count > LINES:
            path.unlink()
        count *= 10
    for size in (1_000, 10_000, 100_000, 1_000_000, 10_000_000):
        path = corpus.one(work / f"{size}-bytes.json", size)
        results.large.append((path.stat().st_size, compare("file", path, 10, only=ours)))
    archive = corpus.archive(work / "archive", ARCHIVE, files=10)
    results.engines = rounds({name: call(archive) for name, call in engines(target, command, work).items()}, 3)
    shutil.rmtree(archive)
    (HERE / "RESULTS.md").write_text(report.text(results, options.rounds), encoding="utf-8")
    print(f"written: {HERE / 'RESULTS.md'}")


if __name__ == "__main__":
    main()
