"""The papers of a meeting in a folder: a whole set or none, named by day and kind, and never over what is there."""

import os
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO

import pytest
from docx import Document

from app.domain.deck import Deck
from app.domain.errors import UserError
from app.services.meeting_documents import MeetingDocuments
from tests.unit.exports.meetings import BARE, MEETING, MINUTES, PEOPLE
from tests.unit.exports.papers import text
from tests.unit.exports.test_deck_documents import deck, pictures
from tests.unit.fakes import FakeClock

STEM = "2026-11-21 2026年第四季度警示教育大会"


@pytest.fixture
def documents():
    return MeetingDocuments(FakeClock(datetime(2026, 11, 18, 4, tzinfo=UTC)), lambda: "0123abcd" * 8)


def names(paths):
    return [path.name for path in paths]


def test_before_the_meeting_there_are_three(documents, tmp_path):
    written = documents.write_before(MEETING, PEOPLE, tmp_path / "会议")
    assert names(written) == [f"{STEM} {kind}.docx" for kind in ("会议通知", "议程", "签到表")]
    assert sorted(path.name for path in (tmp_path / "会议").iterdir()) == sorted(names(written))
    assert "2026年11月18日" in text(written[0].read_bytes())
    foot = Document(BytesIO(written[0].read_bytes())).sections[0].footer
    assert "内容版本 0123abcd　" in foot.paragraphs[1].text


def test_afterwards_there_are_four_and_three_without_a_vote(documents, tmp_path):
    kinds = ["会议记录", "签到表（已记）", "信息简报（草稿）", "表决情况（附件）"]
    assert names(documents.write_after(MINUTES, tmp_path)) == [f"{STEM} {kind}.docx" for kind in kinds]
    written = documents.write_after(replace(MINUTES, votes=(), version=2), tmp_path)
    assert names(written) == [f"{STEM} {kind}（第2版）.docx" for kind in kinds[:3]]


def test_what_somebody_goes_on_writing_in_is_never_replaced(documents, tmp_path):
    first = documents.write_after(MINUTES, tmp_path)
    first[2].write_bytes(b"edited")
    again = documents.write_after(MINUTES, tmp_path)
    assert first[2].read_bytes() == b"edited"
    assert names(again)[2] == f"{STEM} 信息简报（草稿）（2）.docx"
    assert all("（2）" in name for name in names(again)), "a set stays together"


def test_a_meeting_without_a_day_bears_the_day_of_its_papers(documents, tmp_path):
    assert names(documents.write_sheet(BARE, (), tmp_path)) == ["2026-11-18 廉政党课 签到表.docx"]


@pytest.mark.parametrize("title", ["a/b:c*?", "..", "会" * 400, "\x00\u202e", " . "])
def test_any_title_makes_a_name(documents, tmp_path, title):
    (path,) = documents.write_sheet(replace(MEETING, title=title), PEOPLE, tmp_path)
    assert path.parent == tmp_path and path.exists() and len(path.name.encode()) < 255


def test_script_and_handout_come_as_word_and_pdf_of_one_name(documents, tmp_path):
    of = deck(3)
    assert names(documents.write_script(of, pictures(of), tmp_path, b"%PDF-1")) == [
        "2026-11-18 低保绿色通道 讲稿.docx",
        "2026-11-18 低保绿色通道 讲稿.pdf",
    ]
    assert names(documents.write_handout(of, pictures(of), 3, True, tmp_path, b"")) == [
        "2026-11-18 低保绿色通道 讲义（含答案）.docx"
    ]
    (tmp_path / "2026-11-18 低保绿色通道 讲稿.docx").unlink()
    assert names(documents.write_script(of, pictures(of), tmp_path, b"%PDF-1"))[0].endswith("讲稿（2）.docx")


def test_refusals_say_what_to_do(documents, tmp_path):
    of = deck(3)
    with pytest.raises(UserError, match=r"没有页面.*请先在备课中加上页面"):
        documents.write_script(Deck("空", ()), {}, tmp_path, b"")
    with pytest.raises(UserError, match="3 页或 6 页"):
        documents.write_handout(of, {}, 4, False, tmp_path, b"")
    (tmp_path / "文件").write_text("", "utf-8")
    with pytest.raises(UserError, match="换一个文件夹"):
        documents.write_before(MEETING, PEOPLE, tmp_path / "文件")
    assert os.listdir(tmp_path) == ["文件"]
