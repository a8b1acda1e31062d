#!/usr/bin/env python3
"""usage: dictionary.py WORDS_FILE > DICTIONARY

Writes the words, one on a line, in the form that libFuzzer reads: bytes beyond ASCII as \\xHH.
"""
import re
import sys

for number, line in enumerate(open(sys.argv[1], "rb").read().split(b"\n"), 1):
    if not line or line.startswith(b"#"):
        continue
    word = re.sub(rb"\\(n|x[0-9a-f]{2})",
                  lambda m: b"\n" if m[1] == b"n" else bytes([int(m[1][1:], 16)]), line)
    print(f"w{number}=\"" + "".join(f"\\x{byte:02X}" for byte in word) + '"')
