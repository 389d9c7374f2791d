"""The other validators: how they are installed, how they are called, and how they say what they accept."""

import platform
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Callable

HERE = Path(__file__).parent
SPARK = HERE.parent.parent / "examples/spark"
CLIS = {"jsonschema-cli": "0.60.2", "boon-cli": "0.6.2"}
SOURCEMETA = "17.3.0"


@dataclass
class Peer:
    name: str
    about: str
    # Arguments for NDJSON, for a folder of files and for one file, from the path; none where it cannot read that.
    lines: Callable | None
    files: Callable | None
    file: Callable | None
    # What its output says: how many it accepted and rejected.
    counts: Callable


def install(target):
    """Installs every peer in `target`, from its registry, in the pinned version."""
    def call(*command, **options):
        subprocess.run([str(word) for word in command], check=True, **options)

    for name, version in CLIS.items():
        call("cargo", "install", "--quiet", "--locked", "--root", target / "cargo", f"{name}@{version}")
    call("cargo", "build", "--quiet", "--release", "--locked", "--target-dir", target / "loops", cwd=HERE / "loops")
    packages = {
        "venv": ["-r", HERE / "requirements.txt"],
        "sourcemeta": [f"sourcemeta-jsonschema=={SOURCEMETA}"],
        "spark": ["-r", SPARK / "requirements.txt"],
    }
    for venv, packages in packages.items():
        if not (target / venv).exists():
            call(sys.executable, "-m", "venv", target / venv)
        call(target / venv / "bin/pip", "install", "--quiet", "--disable-pip-version-check", *packages)
    node = target / "node"
    node.mkdir(parents=True, exist_ok=True)
    for name in ["package.json", "package-lock.json", "loops.mjs"]:
        shutil.copy(HERE / name, node / name)
    call("npm", "ci", "--silent", cwd=node)


def said(output):
    """`accepted N rejected M`, as the loops print it."""
    found = re.search(r"accepted (\d+) rejected (\d+)", output)
    return (int(found[1]), int(found[2])) if found else None


def lines_with(valid, invalid):
    """One line a payload, each with a word that says what became of it."""
    def counts(output):
        return (len(re.findall(valid, output, re.M)), len(re.findall(invalid, output, re.M)))
    return counts


def hookproof(output):
    found = re.search(r"^\d+ payloads?: (.*)$", output, re.M)
    parts = {name: int(number) for number, name in re.findall(r"(\d+) (\w+)", found[1])} if found else {}
    accepted = parts.pop("valid", 0)
    return (accepted, sum(parts.values()))


def sourcemeta(output):
    found = re.search(r"(\d+) validated, (\d+) passed, (\d+) failed", output)
    return (int(found[2]), int(found[3])) if found else None


def all_or(invalid):
    """A program that names only what it rejects: with nothing rejected, its exit code says that the rest is accepted."""
    def counts(output):
        rejected = len(set(re.findall(invalid, output, re.M)))
        return (None, rejected)
    return counts


def peers(target, command, schema):
    """Every validator of the comparison; hookproof first, with one thread and with two."""
    loops = [target / "loops/release/loops"]
    node = ["node", target / "node/loops.mjs"]
    python = [target / "venv/bin/python", HERE / "loops.py"]
    built = {"x86_64": "x86_64", "aarch64": "arm64"}[platform.machine()]
    found = list((target / "sourcemeta").glob(f"lib/python*/site-packages/sourcemeta_jsonschema/jsonschema-linux-{built}"))
    ajv = target / "node/node_modules/.bin/ajv"
    options = ["--spec=draft2020", "--strict=false", "--validate-formats=false"]
    names = lambda path: sorted(file.name for file in path.iterdir())
    validate = lambda jobs: lambda path: [command, "validate", "--strict", "--jobs", jobs, path]
    ours = [
        Peer(f"hookproof -j {jobs}", "", validate(jobs), validate(jobs), validate(jobs), hookproof) for jobs in (1, 2)
    ]
    loop = lambda name, about, head: Peer(
        name, about, lambda path: [*head, path, schema], lambda path: [*head, path, schema],
        lambda path: [*head, path, schema], said,
    )
    return [
        *ours,
        Peer("IgnoredAny", "`serde_json::from_slice::<IgnoredAny>`: parses and validates nothing",
             *[lambda path: [*loops, "ignored", path]] * 3, said),
        loop("Value + jsonschema", "`serde_json::Value` and jsonschema 0.60.2 in a Rust loop, `is_valid`",
             [*loops, "value"]),
        loop("Value + jsonschema, errors", "the same, with the errors of what it rejects as text", [*loops, "errors"]),
        loop("Ajv", "Ajv 8.20.0 as a library in a Node.js loop", node),
        loop("jsonschema-rs", "jsonschema-rs 0.61.0 as a library in a Python loop", python),
        Peer("jsonschema-cli", f"jsonschema-cli {CLIS['jsonschema-cli']}", None,
             lambda path: [target / "cargo/bin/jsonschema-cli", "validate", schema,
                           *[word for name in names(path) for word in ("-i", name)]],
             lambda path: [target / "cargo/bin/jsonschema-cli", "validate", schema, "-i", path],
             lines_with(r" - VALID$", r" - INVALID")),
        Peer("boon-cli", f"boon-cli {CLIS['boon-cli']}", None,
             lambda path: [target / "cargo/bin/boon", schema, *names(path)],
             lambda path: [target / "cargo/bin/boon", schema, path],
             lines_with(r"^instance .*: ok$", r"^instance .*: failed$")),
        Peer("sourcemeta jsonschema", f"sourcemeta jsonschema {SOURCEMETA} `--fast`",
             lambda path: [found[0], "validate", "--fast", schema, path],
             lambda path: [found[0], "validate", "--fast", schema, *names(path)],
             lambda path: [found[0], "validate", "--fast", schema, path], sourcemeta),
        Peer("ajv-cli", "ajv-cli 5.0.0", None,
             lambda path: [ajv, "validate", *options, "-s", schema, "-d", "*.json"],
             lambda path: [ajv, "validate", *options, "-s", schema, "-d", path],
             lines_with(r"\.json valid$", r"\.json invalid$")),
        Peer("check-jsonschema", "check-jsonschema 0.39.0", None,
             lambda path: [target / "venv/bin/check-jsonschema", "--schemafile", schema, *names(path)],
             lambda path: [target / "venv/bin/check-jsonschema", "--schemafile", schema, path],
             all_or(r"^  (\S+\.json)::")),
    ]


def engines(target, command, work):
    """Ways to get the reports on an archive of NDJSON: in one run, and from the job for Spark."""
    table = work / "table"
    job = [target / "spark/bin/spark-submit", "--master", "local[2]", SPARK / "validate.py"]
    spark = f"rm -rf '{table}' && PYSPARK_PYTHON='{target}/spark/bin/python' exec \"$0\" \"$@\""
    return {
        "one run, one thread": lambda path: [command, "validate", "--jobs", 1, "--format", f"ndjson={work}/reports.ndjson", path],
        "one run, two threads": lambda path: [command, "validate", "--jobs", 2, "--format", f"ndjson={work}/reports.ndjson", path],
        "Spark, `local[2]`": lambda path: ["sh", "-c", spark, *job, path, table, "--command", command],
    }
