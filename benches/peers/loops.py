"""jsonschema-rs as a library, over the lines of a file or the files of a folder: python loops.py PATH SCHEMA"""

import json
import sys
from pathlib import Path

import jsonschema_rs

path, schema = map(Path, sys.argv[1:])
validator = jsonschema_rs.validator_for(json.loads(schema.read_bytes()))


def accepts(text):
    try:
        return validator.is_valid(json.loads(text))
    except ValueError:
        return False


texts = (file.read_bytes() for file in path.iterdir()) if path.is_dir() else path.open("rb")
counts = [0, 0]
for text in texts:
    counts[accepts(text)] += 1
print(f"accepted {counts[True]} rejected {counts[False]}")
