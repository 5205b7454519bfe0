#!/usr/bin/env python3
"""Prints members of the JSON lines on standard input, parted by tabs: fields.py source.path error.status text/30

"text/30" is the first 30 characters. An absent member is "-". A line that is no JSON object, or is not compact, fails."""
import json
import sys

for line in sys.stdin.buffer:
    text = line.decode('utf-8')
    record = json.loads(text)
    assert text.endswith('}\n') and isinstance(record, dict) and '": ' not in text.split('"text"')[0], text
    cells = []
    for wanted in sys.argv[1:]:
        path, _, size = wanted.partition('/')
        value = record
        for name in path.split('.'):
            value = value.get(name) if isinstance(value, dict) else None
        value = '-' if value is None else str(value)
        cells.append(value[:int(size)] if size else value)
    print('\t'.join(cells))
