"""usage: session_test.py PROJECT RASOAT

What README promises, on the samples and through the program: the folder goes in, the question comes
out answered the same way however it is asked, the list is written, and references have their outcomes.
"""
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest
import zipfile

ROOT, RASOAT = pathlib.Path(sys.argv.pop(1)), sys.argv.pop(1)

# Each way to ask: abbreviated, without marks, in capitals with the other tone placement.
QUESTIONS = [
    "quy định nào giao nhiệm vụ cho UBND cấp huyện",
    "quy dinh nao giao nhiem vu cho uy ban nhan dan cap huyen",
    "QUY ĐỊNH NÀO GIAO NHIỆM VỤ CHO UỶ BAN NHÂN DÂN HUYỆN",
]

# Some answers, each for a wording of its own.
ANSWERS = {
    ("999/2023/QH15", "art_5__clause_2"): "cấp huyện, from TXT",
    ("999/2023/QH15", "art_10__clause_2__point_d"): "the body stands in the lead-in line",
    ("999/2023/QH15", "art_12__clause_2"): "huyện, quận, thị xã, thành phố thuộc tỉnh",
    ("999/2024/NĐ-CP", "art_8__clause_1"): "the body stands in the heading, from PDF",
    ("12/2024/QĐ-UBND", "att_1__art_4__clause_2"): "an attached regulation",
    ("27/2024/QĐ-UBND", "att_1__art_4__clause_1"): "UBND huyện, thị xã, thành phố",
    ("999/2024/TT-BCT", "art_3__clause_1"): "clauses numbered by Word",
    ("05/2024/QĐ-UBND", "att_1__art_4__clause_1"): "the district's own decision, from DOCX",
    ("07/CT-UBND", "clause_3__point_a"): "a directive, from HTML",
    ("18/2024/NQ-HĐND", "art_4__clause_2"): "a council's resolution",
}


class Session(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory(prefix="rà soát ")
        cls.workspace = pathlib.Path(cls.folder.name) / "kho văn bản"
        cls.added = cls.run_json("add", ROOT / "corpus/samples")

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    @classmethod
    def run_program(cls, *words):
        run = subprocess.run([RASOAT, "--workspace", str(cls.workspace), *map(str, words)],
                             capture_output=True, text=True)
        assert run.returncode == 0, f"{words}: exit {run.returncode}: {run.stderr}{run.stdout}"
        return run.stdout

    @classmethod
    def run_json(cls, *words):
        return json.loads(cls.run_program(*words, "--format", "json"))

    def test_every_sample_goes_in(self):
        samples = [path for path in (ROOT / "corpus/samples").iterdir()]
        documents = self.run_json("list")["documents"]
        self.assertEqual(len(documents), len(samples))
        self.assertEqual(len({document["document"] for document in documents}), len(samples))

    def test_adding_again_changes_nothing(self):
        before = self.run_program("list", "--format", "json")
        self.run_program("add", ROOT / "corpus/samples")
        self.assertEqual(self.run_program("list", "--format", "json"), before)

    def test_ways_to_ask_agree(self):
        duties = self.run_json("duties", "--agency", "UBND huyện")["assignments"]
        expected = {(row["document"], row["provision"]) for row in duties}
        self.assertGreaterEqual(len(expected), len(ANSWERS))
        for question in QUESTIONS:
            hits = self.run_json("search", question, "--limit", "0")
            found = {(hit["document"], hit["provision"]) for hit in hits["hits"]}
            self.assertEqual(found, expected, question)
            self.assertEqual(hits["total"], len(found), question)

    def test_answers_name_the_provisions_and_quote_them(self):
        duties = self.run_json("duties", "--agency", "UBND huyện")["assignments"]
        found = {(row["number"], row["provision"]) for row in duties}
        for answer, why in ANSWERS.items():
            self.assertIn(answer, found, why)
        for row in duties:
            self.assertTrue(row["quote"].strip(), row)
            self.assertEqual(row["agency"], "ubnd:huyen")
        # The decisions of communes give the district nothing.
        self.assertNotIn("02/2025/QĐ-UBND", {row["number"] for row in duties})

    def test_outcomes(self):
        dangling = self.run_json("refs", "41/2025/QĐ-UBND", "--outcome", "dangling")["references"]
        self.assertEqual([(row["document"], row["provision"]) for row in dangling],
                         [("12/2024/QĐ-UBND", "att_1__art_6__clause_9")])
        ambiguous = self.run_json("refs", "215/KH-UBND", "--outcome", "ambiguous")["references"]
        self.assertEqual([row["document"] for row in ambiguous], ["05/2024/QĐ-UBND"])

    def test_list_of_provisions(self):
        for name in ("danh mục.xlsx", "danh mục.html"):
            path = pathlib.Path(self.folder.name) / name
            self.run_program("report", "provisions", "--agency", "UBND huyện", "--output", path)
            if path.suffix == ".xlsx":
                with zipfile.ZipFile(path) as archive:
                    text = archive.read("xl/sharedStrings.xml").decode()
            else:
                text = path.read_text(encoding="utf-8")
            self.assertIn("999/2023/QH15", text)
            self.assertIn("quyết định thành lập, di dời, giải tán các chợ trên địa bàn", text)


if __name__ == "__main__":
    unittest.main(verbosity=2)
