"""Payloads to measure with, made from those of `hookproof generate codeup/push`; no two of them are equal."""

import hashlib
import json
import re
import subprocess

EVENT = "codeup/push"
SIZE = 1500  # bytes, of which a payload has about as many


def generated(hookproof, *options):
    run = subprocess.run([hookproof, "generate", EVENT, *options], check=True, capture_output=True, text=True)
    return [json.loads(line) for line in run.stdout.split("\n") if line]


def dump(payload):
    return json.dumps(payload, ensure_ascii=False, separators=(",", ":"))


class Corpus:
    """Payloads of `SIZE` bytes: generated ones, whose lists of commits are put together until they are as long."""

    def __init__(self, hookproof):
        payloads = generated(hookproof, "--count", "20000")
        commits = [commit for payload in payloads for commit in payload["commits"]]
        self.commits = [dump(commit) for commit in commits]
        self.frames = [self.split({**payload, "commits": []}) for payload in payloads]
        broken = generated(hookproof, "--broken", "--count", "20000")
        self.broken = [dump(fault["payload"]) for fault in broken if isinstance(fault["payload"], dict)]

    @staticmethod
    def split(payload):
        """The text of a payload before the digits of `after`, between them and the commits, and behind these."""
        text = dump({**payload, "after": "@"})
        before, rest = text.split('"after":"@"')
        middle, behind = rest.split('"commits":[]')
        return f'{before}"after":', middle, behind

    def valid(self, number, size=SIZE):
        """The payload of that number: its `after` is a digest of it, so that no other is equal."""
        before, middle, behind = self.frames[number % len(self.frames)]
        after = hashlib.sha1(str(number).encode()).hexdigest()
        commits = self.more(number, len(before) + len(middle) + len(behind) + 60, size, least=1)
        return f'{before}"{after}"{middle}"commits":[{",".join(commits)}]{behind}'

    def faulty(self, number, size=SIZE):
        """A payload with one fault, as `generate --broken` makes it, with further commits until it is as long."""
        payload = json.loads(self.broken[number % len(self.broken)])
        digest = hashlib.sha1(f"faulty {number}".encode()).hexdigest()
        # Its own digits keep it from being equal to another, unless they are what is at fault.
        if re.fullmatch(r"[0-9a-f]{40}", str(payload.get("after"))):
            payload["after"] = digest
        elif isinstance(payload.get("user_name"), str):
            payload["user_name"] = digest
        else:
            payload["total_commits_count"] = number
        if isinstance(payload.get("commits"), list):
            payload["commits"] += map(json.loads, self.more(number, len(dump(payload)), size))
        return dump(payload)

    def more(self, number, length, size, least=0):
        """Commits that make a payload of that length about as long as `size`."""
        commits, at = [], number * 7
        while len(commits) < least or length < size - 150:
            commits.append(self.commits[at % len(self.commits)])
            length += len(commits[-1]) + 1
            at += 1
        return commits

    def lines(self, path, count, faulty=False):
        """Writes NDJSON; with `faulty`, every other payload has a fault."""
        if path.exists():
            return path
        seen = set()
        temporary = path.with_suffix(".part")
        with temporary.open("w", encoding="utf-8") as file:
            for number in range(count):
                line = self.faulty(number // 2) if faulty and number % 2 else self.valid(number)
                if count <= 200_000:
                    digest = hashlib.sha1(line.encode()).digest()
                    assert digest not in seen, f"two equal payloads: {line}"
                    seen.add(digest)
                file.write(line + "\n")
        temporary.rename(path)
        return path

    def archive(self, path, count, files):
        """Writes a folder of NDJSON files, as archives are kept."""
        if not path.exists():
            temporary = path.with_suffix(".part")
            temporary.mkdir(parents=True)
            for part in range(files):
                with (temporary / f"{part:04}.ndjson").open("w", encoding="utf-8") as file:
                    for number in range(part * count // files, (part + 1) * count // files):
                        file.write(self.valid(number) + "\n")
            temporary.rename(path)
        return path

    def folder(self, path, count):
        if not path.exists():
            temporary = path.with_suffix(".part")
            temporary.mkdir(parents=True)
            for number in range(count):
                (temporary / f"{number:05}.json").write_text(self.valid(number), encoding="utf-8")
            temporary.rename(path)
        return path

    def one(self, path, size=SIZE):
        path.write_text(self.valid(1, size), encoding="utf-8")
        return path
