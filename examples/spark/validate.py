#!/usr/bin/env python3
"""Validates an archive of deliveries with Spark and writes the reports as a table.

    spark-submit examples/spark/validate.py ARCHIVE TABLE [--command PATH] [-- OPTIONS]

ARCHIVE is a folder of NDJSON in UTF-8, in partitions such as `date=2026-11-01/` if you like; what follows `--` are options
of `hookproof validate`. Spark splits the archive, and each partition streams its lines through one process of the command.
TABLE becomes a Parquet table with a row for each payload:

    file      the file of the archive, as Spark names it
    block     the byte of that file where Spark's split begins: 0 unless the file is a large one
    record    the line, counted from 1 in that split
    verdict, provider, event
    findings  what is wrong: rule, pointer, severity, schema, column, member, message
"""

import argparse
import json
import subprocess
import sys
from collections import deque
from itertools import chain
from threading import Thread

from pyspark.sql import SparkSession
from pyspark.sql.functions import col

FINDING = (
    "struct<severity:string,rule:string,pointer:string,schema:string,column:bigint,member:string,"
    "message:string>"
)
SCHEMA = f"file string, block bigint, record bigint, verdict string, provider string, event string, findings array<{FINDING}>"
MEMBERS = ["severity", "rule", "pointer", "schema", "column", "member", "message"]
# The exit codes of a run that judged everything: nothing failed, or a payload did.
JUDGED = (0, 1)


def judged(command, rows):
    """The rows of the table for the lines of a partition: `rows` of file, block and line, in order."""
    rows = iter(rows)
    first = next(rows, None)
    if first is None:
        return
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    # The line with which each split begins, counted as the process does; it is known before the line is judged.
    splits, failure, said = deque(), [], []

    def feed():
        place = None
        try:
            with process.stdin as lines:
                for line, row in enumerate(chain([first], rows), start=1):
                    if place != (row.file, row.block):
                        place = (row.file, row.block)
                        splits.append((line, place))
                    lines.write(bytes(row.line) + b"\n")
        except BrokenPipeError:
            pass  # The exit code says why it wants no more.
        except Exception as error:  # The reader of the reports raises it.
            failure.append(error)

    threads = [Thread(target=feed, daemon=True), Thread(target=lambda: said.append(process.stderr.read()), daemon=True)]
    for thread in threads:
        thread.start()
    for text in process.stdout:
        report = json.loads(text)
        while len(splits) > 1 and splits[1][0] <= report["record"]:
            splits.popleft()
        start, (file, block) = splits[0]
        findings = [[finding.get(member) for member in MEMBERS] for finding in report["findings"]]
        record = report["record"] - start + 1
        yield file, block, record, report["verdict"], report["provider"], report["event"], findings
    code = process.wait()
    for thread in threads:
        thread.join()
    if failure:
        raise failure[0]
    if code not in JUDGED:
        raise RuntimeError(f"{' '.join(command)}: exit code {code}: {said[0].decode(errors='replace').strip()}")


def validate(spark, archive, command, options=()):
    """The table of an archive's reports."""
    command = [command, "validate", "--lines", "--format", "ndjson", *options, "-"]
    # Spark keeps the bytes of a line as they are; as text, what is no UTF-8 would become something else.
    lines = spark.read.text(archive, lineSep="\n", pathGlobFilter="*.ndjson", recursiveFileLookup=True).select(
        col("_metadata.file_path").alias("file"),
        col("_metadata.file_block_start").alias("block"),
        col("value").cast("binary").alias("line"),
    )
    return spark.createDataFrame(lines.rdd.mapPartitions(lambda rows: judged(command, rows)), SCHEMA)


def main():
    arguments, options = sys.argv[1:], []
    if "--" in arguments:
        at = arguments.index("--")
        arguments, options = arguments[:at], arguments[at + 1 :]
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("archive")
    parser.add_argument("table")
    parser.add_argument("--command", default="hookproof", help="the command, as each worker finds it")
    named = parser.parse_args(arguments)
    spark = SparkSession.builder.appName("hookproof").getOrCreate()
    validate(spark, named.archive, named.command, options).write.parquet(named.table)
    for row in spark.read.parquet(named.table).groupBy("verdict").count().orderBy("verdict").collect():
        print(f"{row['count']} {row['verdict']}")


if __name__ == "__main__":
    main()
