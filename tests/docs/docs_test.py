"""usage: docs_test.py PROJECT RASOAT

Holds the documentation to the program: commands and flags that it shows exist, links lead to files,
every table of the lexicon and every column of it is described.
"""
import pathlib
import re
import shlex
import subprocess
import sys

ROOT, RASOAT = pathlib.Path(sys.argv[1]), sys.argv[2]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "corpus/README.md",
         *sorted((ROOT / "docs").rglob("*.md"))]
problems = []
helps = {}


def help_of(words):
    """The help text of a command, or None where there is no such command."""
    if words not in helps:
        run = subprocess.run([RASOAT, *words, "--help"], capture_output=True, text=True)
        helps[words] = run.stdout if run.returncode == 0 else None
    return helps[words]


def subcommands(text):
    section = re.search(r"^Các lệnh:\n((?:  .*\n)+)", text, re.MULTILINE)
    return set(re.findall(r"^  ([a-z]+)", section.group(1), re.MULTILINE)) if section else set()


def check_command(page, line):
    if not re.match(r"(\S*/)?rasoat\s", line):
        return
    try:
        words = shlex.split(line, comments=True)
    except ValueError as error:
        problems.append(f"{page.name}: {line}: {error}")
        return
    for mark in ("|", ">", ">>", "&&", ";"):
        words = words[:words.index(mark)] if mark in words else words
    path, rest = (), []
    for i, word in enumerate(words[1:], 1):
        known = subcommands(help_of(path) or "")
        if word in known:
            path += (word,)
        elif word.isupper():  # stands for the reader's own
            continue
        elif not word.startswith("-") and known and not words[i - 1].startswith("-"):
            problems.append(f"{page.name}: {line}: no command {word}")
        else:
            rest.append(word)
    text = (help_of(path) or "") + (help_of(()) or "")
    for word in rest:
        flag = word.split("=")[0]
        if re.fullmatch(r"--[a-z-]+", flag) and not re.search(re.escape(flag) + r"(?![a-z-])", text):
            problems.append(f"{page.name}: {line}: {' '.join(path)} has no {flag}")


def check_page(page):
    text = page.read_text(encoding="utf-8")
    for block in re.findall(r"^ *```[a-z]*\n(.*?)^ *```", text, re.MULTILINE | re.DOTALL):
        for line in block.splitlines():
            check_command(page, line.strip().removeprefix("$ "))
    prose = re.sub(r"^ *```.*?^ *```", "", text, flags=re.MULTILINE | re.DOTALL)
    for code in re.findall(r"`(rasoat [^`]+)`", prose):
        check_command(page, re.sub(r"[\[\]…]", "", code))
    for target in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", prose):
        if "://" not in target and not (page.parent / target).exists():
            problems.append(f"{page.name}: link to {target}, which is not there")


def check_lexicon():
    page = ROOT / "docs/lexicon.md"
    rows = {}
    for line in page.read_text(encoding="utf-8").splitlines():
        if match := re.match(r"\| `(\w+)` \| (.*?) \|", line):
            rows[match.group(1)] = set(re.findall(r"`(\w+)`", match.group(2)))
    for table in sorted((ROOT / "corpus/lexicon").glob("*.tsv")):
        lines = table.read_text(encoding="utf-8").splitlines()
        columns = next(line for line in lines if line and not line.startswith("#")).split("\t")
        if rows.get(table.stem) != set(columns):
            problems.append(f"{page.name}: {table.stem}: described {sorted(rows.get(table.stem, []))}, "
                            f"has {sorted(columns)}")
    for name in rows:
        if not (ROOT / f"corpus/lexicon/{name}.tsv").exists():
            problems.append(f"{page.name}: {name} is no table")


for each in PAGES:
    if each.exists():
        check_page(each)
check_lexicon()
if not subcommands(help_of(()) or ""):
    problems.append("rasoat --help lists no commands")
print("\n".join(problems) or f"{len(PAGES)} pages agree with the program")
sys.exit(1 if problems else 0)
