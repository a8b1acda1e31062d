"""How fast other tools find nothing but the words of references by the obvious pattern.

usage: obvious_pattern.py FOLDER [ROUNDS]     FOLDER of *.txt

Python's re, Python's regex where it is installed (Debian: python3-regex), and grep -oP. CPU time, texts
in memory (grep: in one file), medians of the rounds; the sides alternate within a round.
"""

import pathlib
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

PATTERN = (
    r"(?:[Đđ]iểm [a-zđ]\d*(?:(?:, | và )[a-zđ]\d*)* )?(?:[Kk]hoản \d+[a-zđ]?(?:(?:, | và )\d+)* )?"
    r"[Đđ]iều \d+[a-zđ]?|[Kk]hoản \d+[a-zđ]?|\d+[a-z]?/(?:\d{4}/)?[A-ZĐ]+\d*(?:-[A-ZĐ]+\d*)*"
)


def python_side(module, texts):
    pattern = module.compile(PATTERN)
    begin = time.process_time()
    found = sum(1 for text in texts for _ in pattern.finditer(text))
    return time.process_time() - begin, found


def grep_side(path):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    output = subprocess.run(
        ["grep", "-oP", PATTERN, path], stdout=subprocess.PIPE, env={"LC_ALL": "C.UTF-8"}, check=False
    ).stdout
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, output.count(b"\n")


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    paths = sorted(pathlib.Path(sys.argv[1]).glob("*.txt"))
    texts = [path.read_text(encoding="utf-8", errors="replace") for path in paths]
    size = sum(path.stat().st_size for path in paths) / 1e6
    sides = {"Python re": lambda: python_side(re, texts)}
    try:
        import regex

        sides["Python regex"] = lambda: python_side(regex, texts)
    except ImportError:
        print("Python regex is left out: it is not installed")
    with tempfile.NamedTemporaryFile(suffix=".txt") as whole:
        whole.write("\n".join(texts).replace("\0", " ").encode())
        whole.flush()
        if shutil.which("grep"):
            sides["grep -oP"] = lambda: grep_side(whole.name)
        seconds = {name: [] for name in sides}
        found = {}
        for _ in range(rounds):
            for name, side in sides.items():
                taken, found[name] = side()
                seconds[name].append(taken)
    for name, taken in seconds.items():
        print(f"{name:<14} {size / statistics.median(taken):8.1f} MB/s  {found[name]} matches")


if __name__ == "__main__":
    main()
