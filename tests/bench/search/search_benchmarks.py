#!/usr/bin/env python3
"""Measures search beside stock engines and writes what came out as a page.

usage: search_benchmarks.py [--parts PART ...] [--copies N] [--page FILE] DATA SCRATCH

DATA has load/whole.jsonl.zst, load/codified.jsonl.zst, load/unpack.py and retrieval/*.jsonl.
SCRATCH takes about 25 GB with three million provisions (--copies 4); what lies there from an
earlier run, also one that was stopped, is used again. Takes some hours.

Needs the preset `release` built, and for the other sides scriptindex (xapian-omega) and Lucene
(liblucene8-java and a JDK); a side that is missing is left out and the page says so. The page is
written anew after each part, ratios first. Sides alternate within a round, each in a process of
its own; a figure is the median over the rounds.
"""
import argparse
import json
import os
import platform
import re
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[2]
KINDS = {
    "filters": "phrase of 3 syllables + type, year, body",
    "phrase": "phrase of 5 syllables",
    "and": "2 syllables, AND, ranked",
    "facets": "the same, and 3 facets counted",
}
PARTS = ["retrieval", "engines", "answers", "change"]
LUCENE_JARS = ["lucene-core", "lucene-analyzers-common"]


def say(text):
    print(time.strftime("%H:%M:%S"), text, file=sys.stderr, flush=True)


def run(command, **options):
    """Runs a command; returns (what it printed, wall seconds, CPU seconds, most memory in MiB)."""
    command = [str(word) for word in command]
    begin = time.monotonic()
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, **options) as child:
        out = child.stdout.read()
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        raise RuntimeError(f"{' '.join(command)}: exit code {child.returncode}")
    return out, time.monotonic() - begin, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def bytes_of(path):
    path = Path(path)
    if path.is_file():
        return path.stat().st_size
    return sum(one.stat().st_size for one in path.rglob("*") if one.is_file())


def percentile(values, part):
    values = sorted(values)
    return values[min(len(values) - 1, int(part * len(values)))] if values else float("nan")


def machine():
    name = "unknown processor"
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            name = line.split(":", 1)[1].strip()
            break
    gib = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"{os.cpu_count()} cores of {name}, {gib:.0f} GiB, {platform.system()}"


class Bench:
    def __init__(self, options):
        self.options = options
        self.data = Path(options.data)
        self.scratch = Path(options.scratch)
        self.build = Path(options.build)
        self.rasoat = self.build / "tools/rasoat/rasoat"
        self.programs = self.build / "tests/bench"
        self.scratch.mkdir(parents=True, exist_ok=True)
        self.results_file = self.scratch / "results.json"
        self.results = self.read_results()
        self.lucene = self.find_lucene()
        self.scriptindex = shutil.which("scriptindex")

    def sizes(self):
        """Numbers of copies of the load."""
        return self.options.sizes or sorted({1, self.options.copies})

    def read_results(self):
        return json.loads(self.results_file.read_text()) if self.results_file.exists() else {}

    def find_lucene(self):
        jars = [next(iter(sorted(Path("/usr/share/java").glob(f"{name}-[0-9]*.jar"))), None)
                for name in LUCENE_JARS]
        if None in jars or not shutil.which("javac"):
            return None
        classes = self.scratch / "classes"
        path = os.pathsep.join(map(str, jars))
        run(["javac", "-nowarn", "-cp", path, "-d", classes, HERE / "LuceneBench.java"])
        return ["java", "-cp", path + os.pathsep + str(classes), "LuceneBench"]

    def part(self, name, work):
        """Does a part unless an earlier run did it, and keeps its figures."""
        if name not in self.results:
            say(name)
            done = work()
            self.results = self.read_results()  # other runs may have done other parts meanwhile
            self.results[name] = done
            self.results_file.write_text(json.dumps(self.results))
            self.write_page()
        return self.results[name]

    # -- texts and workspaces

    def texts(self, copies):
        out = []
        for name in ("whole", "codified"):
            folder = self.scratch / f"texts-{copies}" / name
            if not folder.exists():
                say(f"unpack {name} x {copies}")
                half = folder.with_name(name + ".part")
                shutil.rmtree(half, ignore_errors=True)
                half.mkdir(parents=True)
                run([sys.executable, self.data / "load/unpack.py",
                     self.data / f"load/{name}.jsonl.zst", half, "--copies", copies])
                half.rename(folder)
            out.append(folder)
        return out

    def workspace(self, copies):
        folder = self.scratch / f"workspace-{copies}"
        texts = self.texts(copies)

        def add():
            _, wall, _, memory = run([self.rasoat, "add", "--workspace", folder, *texts],
                                     stderr=subprocess.DEVNULL)
            return {"wall": wall, "memory": memory}

        self.part(f"add {copies}", add)
        return folder

    def small_workspace(self):
        """A fourteenth of the documents."""
        folder = self.scratch / "workspace-small"

        def add():
            files = sorted(path for one in self.texts(1) for path in one.rglob("*.txt"))[::14]
            listed = self.scratch / "texts-small"
            shutil.rmtree(listed, ignore_errors=True)
            listed.mkdir()
            for number, path in enumerate(files):
                (listed / f"{number}.txt").symlink_to(path)
            _, wall, _, memory = run([self.rasoat, "add", "--workspace", folder, listed],
                                     stderr=subprocess.DEVNULL)
            return {"wall": wall, "memory": memory}

        self.part("add small", add)
        return folder

    def rows(self, copies):
        folder = self.scratch / f"rows-{copies}"
        workspace = self.workspace(copies)
        if not (folder / "queries.tsv").exists():
            say(f"rows x {copies}")
            run([self.programs / "search_rows", workspace, folder])
        return folder

    # -- parts

    def build_indexes(self, copies):
        """Every engine builds its index once a round."""
        workspace, rows = self.workspace(copies), self.rows(copies)
        at = {side: self.scratch / f"{side}-{copies}" for side in ("xapian", "fts5", "lucene")}

        def clean(side):
            if at[side].is_dir():
                shutil.rmtree(at[side])
            else:
                at[side].unlink(missing_ok=True)

        sides = {"rasoat": [self.rasoat, "index", "--workspace", workspace, "--rebuild"]}
        if self.scriptindex:
            sides["xapian"] = [self.scriptindex, at["xapian"], HERE / "rows.script",
                               rows / "rows.scriptindex"]
        sides["fts5"] = [self.programs / "search_bench", "fts5-build", at["fts5"],
                         rows / "rows.tsv"]
        if self.lucene:
            sides["lucene"] = [*self.lucene, "build", at["lucene"], rows / "rows.tsv"]

        def build():
            figures = {side: [] for side in sides}
            for _ in range(self.options.build_rounds if copies == 1 else 1):
                for side, command in sides.items():
                    say(f"build {side} x {copies}")
                    if side in at:
                        clean(side)
                    out = run(command, stderr=subprocess.DEVNULL)
                    figures[side].append(out[1:])
            sizes = {side: bytes_of(at[side]) for side in sides if side in at}
            sizes["rasoat"] = bytes_of(workspace / "index")
            sizes["store"] = bytes_of(workspace / "store.db")
            sizes["rows"] = sum(1 for _ in open(rows / "rows.tsv", "rb"))
            return {"times": figures, "sizes": sizes}

        self.part(f"build {copies}", build)
        return at

    def ask_engines(self, copies):
        at, workspace = self.build_indexes(copies), self.workspace(copies)
        queries = self.rows(copies) / "queries.tsv"
        bench = self.programs / "search_bench"
        sides = {"rasoat": [bench, "rasoat", workspace, queries]}
        if self.scriptindex:
            sides["xapian"] = [bench, "xapian", at["xapian"], queries]
        sides["fts5"] = [bench, "fts5", at["fts5"], queries]
        if self.lucene:
            sides["lucene"] = [*self.lucene, "ask", at["lucene"], queries]

        def ask():
            rounds = []
            for number in range(self.options.rounds):
                one = {}
                for side, command in sides.items():
                    say(f"queries x {copies}, round {number + 1}: {side}")
                    one[side] = json.loads(run(command)[0])
                rounds.append(one)
            out = {}
            for kind in KINDS:
                out[kind] = {"queries": len(rounds[0]["rasoat"][kind]["ms"])}
                for side in sides:
                    times = [one[side][kind]["ms"] for one in rounds]
                    out[kind][side] = {
                        "p50": statistics.median(percentile(ms, 0.5) for ms in times),
                        "p99": statistics.median(percentile(ms, 0.99) for ms in times),
                    }
                    same = [(ours, theirs)
                            for ours, theirs in zip(rounds[0]["rasoat"][kind]["matches"],
                                                    rounds[0][side][kind]["matches"])
                            if ours >= 0 and theirs >= 0]
                    out[kind][side]["same"] = sum(a == b for a, b in same) / max(1, len(same))
                    out[kind][side]["compared"] = len(same)
            return out

        return self.part(f"queries {copies}", ask)

    def whole_answers(self, copies):
        workspace = self.workspace(copies)

        def ask():
            out = {}
            for readers in (1, 2):
                printed, _, _, _ = run([self.programs / "workspace_bench", "answer", workspace,
                                        self.data / "retrieval/zalo2021-dev.jsonl", readers,
                                        self.options.questions])
                figures = json.loads(printed)
                out[readers] = {"p50": percentile(figures["ms"], 0.5),
                                "p99": percentile(figures["ms"], 0.99),
                                "memory": figures["memory_kib"] / 1024}
            return out

        return self.part(f"answers {copies}", ask)

    def changed_document(self, copies):
        """The text whose number of units is nearest to 200, added again and again with a change."""
        workspace, small = self.workspace(copies), self.small_workspace()
        label = re.compile(r"^\s*(?:Điều \d+|\d+\.|[a-zđ]\))", re.M)
        texts = sorted(self.texts(1)[0].rglob("*.txt"))
        text = min(texts, key=lambda path: abs(200 - len(label.findall(path.read_text()))))

        def change():
            out = {"small": [], "large": []}
            for _ in range(3):
                for name, folder in (("small", small), ("large", workspace)):
                    printed = run([self.programs / "workspace_bench", "change", folder, text])[0]
                    out[name] += json.loads(printed)["ms"]
            return out

        return self.part(f"change {copies}", change)

    def retrieval(self):
        workspace = self.workspace(1)

        def measure():
            return run([self.programs / "retrieval_bench", workspace,
                        self.data / "retrieval/zalo2021-dev.jsonl", self.scratch / "retrieval",
                        self.options.questions])[0]

        return self.part("retrieval", measure)

    def retrieval_alqac(self):
        texts, workspace = self.scratch / "alqac-texts", self.scratch / "alqac-workspace"

        def measure():
            articles = {}
            with open(self.data / "retrieval/alqac2022_corpus.jsonl", encoding="utf-8") as rows:
                for row in map(json.loads, rows):
                    articles.setdefault(row["law_id"], []).append(row)
            shutil.rmtree(texts, ignore_errors=True)
            texts.mkdir()
            for number, (law, rows) in enumerate(articles.items()):
                # A law of this collection has no head, and its articles no labels.
                with open(texts / f"{number}.txt", "w", encoding="utf-8") as out:
                    out.write(f"QUỐC HỘI\n\nLuật số: {law}\n\nLUẬT\n\n")
                    for row in rows:
                        out.write(f"Điều {row['article_id']}. {row['text'].strip()}\n\n")
            run([self.rasoat, "add", "--workspace", workspace, texts], stderr=subprocess.DEVNULL)
            return run([self.programs / "retrieval_bench", workspace,
                        self.data / "retrieval/alqac2022_questions.jsonl",
                        self.scratch / "retrieval"])[0]

        return self.part("retrieval ALQAC", measure)

    # -- the page

    def goal(self, name, value, wanted, better):
        met = value >= wanted if better == "more" else value <= wanted
        sign = "≥" if better == "more" else "≤"
        return f"| {name} | {value:.2f} | {sign} {wanted} | {'met' if met else '**missed**'} |"

    def goals(self):
        rows = []
        for copies in self.sizes():
            built = self.results.get(f"build {copies}")
            if not built:
                continue
            count = f"{built['sizes']['rows']:,} provisions"
            wall = {side: statistics.median(one[0] for one in times)
                    for side, times in built["times"].items()}
            if "xapian" in wall:
                rows.append(self.goal(f"index build, scriptindex ÷ rasoat, {count}",
                                      wall["xapian"] / wall["rasoat"], 2.2, "more"))
                size = built["sizes"]
                rows.append(self.goal(f"store + index ÷ scriptindex with its text, {count}",
                                      (size["store"] + size["rasoat"]) / size["xapian"],
                                      0.65, "less"))
            rows.append(self.goal(f"memory of the build, GiB, {count}",
                                  max(one[2] for one in built["times"]["rasoat"]) / 1024, 2,
                                  "less"))
            asked = self.results.get(f"queries {copies}")
            for kind in KINDS if asked else ():
                ours = asked[kind]["rasoat"]["p50"]
                against = {"xapian": 2.5} if kind == "facets" else {"fts5": 3, "lucene": 1}
                for side, wanted in against.items():
                    if side in asked[kind]:
                        rows.append(self.goal(f"{KINDS[kind]}: {side} ÷ rasoat, p50, {count}",
                                              asked[kind][side]["p50"] / ours, wanted, "more"))
        copies = self.options.copies
        for readers, figures in self.results.get(f"answers {copies}", {}).items():
            rows.append(self.goal(f"whole answer, {readers} reader(s), p50 in ms",
                                  figures["p50"], 50, "less"))
            rows.append(self.goal(f"whole answer, {readers} reader(s), p99 in ms",
                                  figures["p99"], 250, "less"))
        change = self.results.get(f"change {copies}")
        if change:
            large, small = (statistics.median(change[name]) for name in ("large", "small"))
            rows.append(self.goal("one changed document, p50 in ms", large, 50, "less"))
            rows.append(self.goal("the same ÷ that in a small workspace", large / small, 1.5,
                                  "less"))
        return rows

    def write_page(self):
        out = ["# Benchmarks of search", "",
               "Written by `tests/bench/search/search_benchmarks.py`; the numbers are of one run.",
               "", f"Machine: {machine()}.", ""]
        if not self.scriptindex:
            out.append("scriptindex (xapian-omega) was not there and is left out.")
        if not self.lucene:
            out.append("Lucene (liblucene8-java, a JDK) was not there and is left out.")
        out += ["## Ratios and goals", "", "| measure | value | goal | |", "|---|---|---|---|",
                *self.goals(), ""]
        for name, title in (("retrieval", "Questions of citizens (Zalo 2021)"),
                            ("retrieval ALQAC", "Questions of ALQAC 2022")):
            if name in self.results:
                out += [f"## {title}", "",
                        "The article that answers, among the first 1, 10 and 100 hits. The other "
                        "sides have the words of a question joined by OR.", "",
                        self.results[name].strip(), ""]
        for copies in self.sizes():
            self.write_engines(copies, out)
        for copies in self.sizes():
            answers = self.results.get(f"answers {copies}")
            if answers:
                out += [f"## Whole answers, {copies} × the load", "",
                        "Question → tree → ten hits with quotations and facets; wall time.", "",
                        "| readers | p50 ms | p99 ms | memory MiB |", "|---|---|---|---|"]
                out += [f"| {readers} | {one['p50']:.1f} | {one['p99']:.1f} | {one['memory']:.0f} |"
                        for readers, one in answers.items()]
                out.append("")
        Path(self.options.page).write_text("\n".join(out).rstrip() + "\n", encoding="utf-8")

    def write_engines(self, copies, out):
        built, asked = self.results.get(f"build {copies}"), self.results.get(f"queries {copies}")
        if built:
            sizes = built["sizes"]
            out += [f"## Index build, {sizes['rows']:,} provisions", "",
                    "Text of rasoat lies in its store, with all facts; the others keep the text "
                    "beside the terms. Only rasoat also indexes whole articles for sentences.", "",
                    "| side | wall s | CPU s | memory MiB | MB on disk |", "|---|---|---|---|---|"]
            for side, times in built["times"].items():
                wall, cpu, memory = (statistics.median(column) for column in zip(*times))
                size = f"{sizes[side] / 1e6:,.0f}"
                if side == "rasoat":
                    size += f" + {sizes['store'] / 1e6:,.0f} store"
                out.append(f"| {side} | {wall:.0f} | {cpu:.0f} | {memory:.0f} | {size} |")
            out.append("")
        if asked:
            out += [f"## Queries, {copies} × the load", "",
                    "Milliseconds of CPU, p50 / p99, for the first ten hits. rasoat counts all up "
                    "to 100,000 matches, Lucene up to 1,000 except with facets, FTS5 none. In "
                    "brackets the share of queries with the same number of matches as rasoat.", "",
                    "| query | " + " | ".join(built["times"]) + " |",
                    "|---" * (1 + len(built["times"])) + "|"]
            for kind, title in KINDS.items():
                cells = [f"{asked[kind][side]['p50']:.2f} / {asked[kind][side]['p99']:.1f}"
                         + (f" ({asked[kind][side]['same']:.2f})" if side != "rasoat" else "")
                         for side in built["times"]]
                out.append(f"| {title} | " + " | ".join(cells) + " |")
            out.append("")

    def run(self):
        if "retrieval" in self.options.parts:
            self.retrieval_alqac()
            self.retrieval()
        for copies in self.sizes():
            if "engines" in self.options.parts:
                self.ask_engines(copies)
            if "answers" in self.options.parts:
                self.whole_answers(copies)
            if "change" in self.options.parts:
                self.changed_document(copies)
        self.write_page()


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", metavar="DATA")
    parser.add_argument("scratch", metavar="SCRATCH")
    parser.add_argument("--build", default=ROOT / "build/release")
    parser.add_argument("--copies", type=int, default=4, help="of the load, for the large index")
    parser.add_argument("--rounds", type=int, default=5, help="of queries")
    parser.add_argument("--build-rounds", type=int, default=3, help="of builds of the small index")
    parser.add_argument("--questions", type=int, default=300)
    parser.add_argument("--parts", nargs="+", choices=PARTS, default=PARTS)
    parser.add_argument("--sizes", nargs="+", type=int, help="only these numbers of copies")
    parser.add_argument("--page", default=ROOT / "docs/benchmarks.md")
    Bench(parser.parse_args()).run()


if __name__ == "__main__":
    main()
