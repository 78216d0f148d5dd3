"""Every reader of foreign bytes, for a moment (`dev.py fuzz` goes on for longer); the harness finds what is wrong."""

import tempfile
from pathlib import Path

import pytest

from app.domain.errors import UserError
from tests.fuzz.all_targets import TARGETS
from tests.fuzz.fence import Fence
from tests.fuzz.sentences import faults
from tests.fuzz.tally import Tally, tally

CASES = 12
SLOW = {"content": 4, "databases": 6, "forms": 5, "jjledger-resealed": 5, "findings": 8}


@pytest.mark.parametrize("name", TARGETS)
def test_spoilt_files_are_taken_whole_or_refused_in_words(name, tmp_path):
    found = tally(TARGETS[name], tmp_path / "一个 文件夹", 2026, range(SLOW.get(name, CASES)))
    assert not found.crashes, "\n".join(words for _, words in found.crashes)
    assert found.tried == found.accepted + found.refused


def test_the_same_seed_tries_the_same_files(tmp_path):
    one, other = (tally(TARGETS["roster"], tmp_path / name, 7, range(40)) for name in "ab")
    assert one == other and one.accepted and one.refused
    assert tally(TARGETS["roster"], tmp_path / "c", 8, range(40)).sentences != one.sentences


class Wrong:
    name, reads = "wrong", "for this test"

    def __init__(self, folder):
        self.folder = folder

    def close(self):
        pass

    def case(self, chance):
        raise {0: KeyError("姓名"), 1: UserError("invalid header"), 2: UserError("不对。"), 3: AssertionError()}[
            chance.randrange(4)
        ]


def test_a_reader_that_crashes_or_says_nothing_helpful_is_found_out(tmp_path):
    found = tally(Wrong, tmp_path, 1, range(30))
    told = " ".join(words for _, words in found.crashes)
    assert len(found.crashes) == 30
    assert "KeyError" in told and "AssertionError" in told
    assert "is not Chinese" in told and "says nothing to do" in told


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("“名单.xlsx”打不开：文件不完整。请在 WPS 中另存为 docx/xlsx 后再导入。", []),
        ("KeyError：请检查。", ["speaks of the program"]),
        ("请看\x1b[2J。", ["has what cannot be shown"]),
        ("请检查", ["does not end"]),
        ("请" + "看" * 5_000 + "。", ["is endless"]),
    ],
)
def test_sentences_are_judged(sentence, wrong):
    assert faults(sentence) == wrong


def test_whatever_is_written_elsewhere_is_noticed(tmp_path):
    fence = Fence(tmp_path / "inside")
    try:
        (tmp_path / "inside").mkdir()
        (tmp_path / "inside" / "a").write_text("1")
        (tmp_path / "inside" / "a").read_text()
        assert not [one for one in fence.broken if "inside" in one and not one.endswith("inside")]
        fence.broken.clear()
        (tmp_path / "b").write_text("1")
        (tmp_path / "b").rename(tmp_path / "inside" / "c")
        tempfile.TemporaryFile(dir=tmp_path).close()
        assert [one.split()[0] for one in fence.broken][:2] == ["open", "os.rename"]
        found = Tally("wrong", 1)
        found.try_case(Climbing(tmp_path), 0, fence)
        assert "out of its folder" in found.crashes[0][1]
    finally:
        fence.up = False


class Climbing(Wrong):
    def case(self, chance):
        Path(self.folder, "x.txt").write_text("1")
        return []
