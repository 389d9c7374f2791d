#!/usr/bin/env python3
"""The table of the Spark job is what one run of the command says: examples/spark/test_validate.py [HOOKPROOF]"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from urllib.parse import unquote, urlparse

from pyspark.sql import SparkSession

from validate import MEMBERS, validate

ROOT = Path(__file__).parent.parent.parent
EVENTS = ["codeup/push", "deveo/push", "sourcecommit/pull_request"]


def archive(folder, hookproof):
    """Deliveries of three days, in several files, with faults of every kind among them."""

    def generated(*options):
        run = subprocess.run([hookproof, "generate", *options], check=True, capture_output=True)
        return [line for line in run.stdout.split(b"\n") if line]

    for day, event in enumerate(EVENTS, start=1):
        date = folder / f"date=2026-11-0{day}"
        date.mkdir(parents=True)
        broken = [json.loads(line)["payload"] for line in generated(event, "--broken", "--count", "300")]
        broken = [json.dumps(payload, ensure_ascii=False).encode() for payload in broken]
        odd = [b'{"object_kind": "push"', b"", b'{"a": 1, "a": 2}', b'{"a": "\xff"}', b"[]", "{\"a\": \"\u2028\"}".encode(), b"\r"]
        for part in range(3):
            lines = odd[part:] + [
                line for pair in zip(generated(event, "--count", "300", "--seed", str(part)), broken) for line in pair
            ]
            (date / f"part {part}.ndjson").write_bytes(b"\n".join(lines) + (b"" if part == 1 else b"\n"))
    (folder / "date=2026-11-01" / "empty.ndjson").write_bytes(b"")


def single_run(folder, hookproof):
    run = subprocess.run([hookproof, "validate", "--format", "ndjson", folder], capture_output=True, check=False)
    assert run.returncode == 1, run
    reports = [json.loads(line) for line in run.stdout.split(b"\n") if line]
    # An empty file is a malformed payload to the command; to Spark it is no line.
    return [row(report["path"], report) for report in reports if "record" in report]


def row(path, report):
    findings = [tuple(finding.get(member) for member in MEMBERS) for finding in report["findings"]]
    return path, report["record"], report["verdict"], report["provider"], report["event"], findings


def table(spark, folder, hookproof):
    """The rows as one run has them: a large file's lines count on from one split to the next."""
    rows = validate(spark, str(folder), str(hookproof)).collect()
    ends = {}
    for each in sorted(rows, key=lambda each: (each.file, each.block, each.record)):
        path = unquote(urlparse(each.file).path)
        lines = Path(path).read_bytes()[: each.block].count(b"\n")
        # A line that a split begins within belongs to the split before.
        within = each.block > 0 and not Path(path).read_bytes()[: each.block].endswith(b"\n")
        record = lines + within + each.record
        findings = [tuple(finding) for finding in each.findings]
        assert record > ends.get(path, 0), f"{path}:{record} comes twice"
        ends[path] = record
        yield path, record, each.verdict, each.provider, each.event, findings


def main():
    hookproof = Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "target/debug/hookproof").resolve()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary).resolve() / "archive"
        archive(folder, hookproof)
        expected = sorted(single_run(folder, hookproof))
        verdicts = {each[2] for each in expected}
        assert verdicts == {"valid", "drift", "invalid", "malformed", "unknown"}, verdicts
        spark = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").config(
            "spark.ui.showConsoleProgress", "false"
        ).getOrCreate()
        spark.sparkContext.setLogLevel("OFF")
        spark.sparkContext.addPyFile(str(Path(__file__).with_name("validate.py")))
        for most in (128 * 1024 * 1024, 64 * 1024):
            spark.conf.set("spark.sql.files.maxPartitionBytes", most)
            spark.conf.set("spark.sql.files.openCostInBytes", min(most, 4 * 1024 * 1024))
            found = sorted(table(spark, folder, hookproof))
            assert found == expected, next(pair for pair in zip(found, expected) if pair[0] != pair[1])
            parts = spark.read.text(str(folder), pathGlobFilter="*.ndjson", recursiveFileLookup=True).rdd.getNumPartitions()
            print(f"{len(found)} reports of {parts} partitions are those of one run")
        try:
            validate(spark, str(folder), str(hookproof), ["--provider", "nobody"]).collect()
        except Exception as error:
            assert "there is no provider `nobody`" in str(error), error
        else:
            raise AssertionError("a run that fails must fail the job")
        spark.stop()


if __name__ == "__main__":
    main()
