"""学习情况记录单: what is on the paper, and who is offered one."""

import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QAbstractButton

from app.domain.record_sheet import ORIGIN, SEAL_LINE, TITLE, RecordSheet
from app.services.exam_record_check import check_record
from app.ui.exam.record_sheet import record_sheet_pdf
from app.ui.exam.record_sheet_saving import RecordSheetSaving
from app.ui.exam.results_page import ResultsPage
from tests.unit.occasions import OCCASION, start_in_occasion

TOPICS = tuple((f"专题{number}", number, 10) for number in range(6))
SHEET = RecordSheet(
    name="周明",
    unit="某县民政局",
    occasion="2026年度党纪法规统考",
    title="党纪法规综合测试",
    started_at="2026-11-21T08:00:00+00:00",
    finished_at="2026-11-21T08:41:12+00:00",
    spent_ms=2_472_000,
    score=86,
    full=100,
    pass_score=60,
    number="482913-3f9a0c1b2d4e5f60",
    reason="本人交卷",
    topics=TOPICS,
    recorded=("中断后继续作答 1 次", "系统时间没有异常调整"),
    code="YOWV-RERO-B36B-EJ24",
)
EASILY_TAKEN_FOR_OFFICIAL = ("证明", "证书", "特此")


@pytest.fixture
def paper_of(dressed, tmp_path):
    """The text of every page, as it is copied out of the file, without spaces."""

    def text(sheet):
        file = tmp_path / "sheet.pdf"
        file.write_bytes(record_sheet_pdf(sheet))
        document = QPdfDocument()
        assert document.load(str(file)) is QPdfDocument.Error.None_
        pages = [document.getAllText(page).text() for page in range(document.pageCount())]
        picture = document.render(0, QSize(420, 594))
        document.close()
        assert not picture.isNull()
        return pages

    return text


def plain(page):
    # What some faces draw for ⽤ and the like is told as the radical that looks the same.
    return "".join(unicodedata.normalize("NFKC", page).split())


def test_everything_that_was_asked_for_is_on_one_page_and_can_be_copied(paper_of):
    (page,) = paper_of(SHEET)
    text = plain(page)
    assert TITLE in text and plain(ORIGIN) in text and plain(SEAL_LINE) in text
    for words in (SHEET.name, SHEET.unit, SHEET.occasion, SHEET.title, SHEET.number, SHEET.code):
        assert plain(words).replace("⺠", "民") in text.replace("⺠", "民"), words
    assert "86分(满分100分,60分合格)" in text and "合格" in text and "41分12秒" in text
    assert all(f"{topic}{got}/{possible}" in text for topic, got, possible in TOPICS)
    assert "中断后继续作答1次" in text


def test_it_is_no_certificate(paper_of):
    text = "".join(plain(page) for page in paper_of(SHEET))
    assert not any(word in text for word in EASILY_TAKEN_FOR_OFFICIAL)


def test_one_who_did_not_pass_is_told_so(paper_of):
    assert "未合格" in plain(paper_of(replace(SHEET, score=59))[0])


@pytest.mark.parametrize("count", [1, 2, 17, 26])
def test_any_number_of_topics_is_told(paper_of, count):
    topics = tuple((f"专题{number}", number, 30) for number in range(count))
    pages = paper_of(replace(SHEET, topics=topics))
    assert len(pages) == 1
    assert all(f"专题{number}{number}/30" in plain(pages[0]) for number in range(count))


def test_shares_that_cannot_be_told_yet_are_a_line_that_says_from_when(paper_of):
    later = "统考还没有全部结束，2026年11月25日 18:00 以后再出的记录单上才有。"
    text = plain(paper_of(replace(SHEET, topics=(), later=later))[0])
    assert plain(later) in text and "得分/满分" not in text and SHEET.code in text


def test_long_names_take_another_page_and_the_place_to_sign_stands_on_the_last(paper_of):
    sheet = replace(SHEET, topics=TOPICS * 4, unit="某某自治州某某县民政局综合办公室" * 3, title="综合测试卷" * 12)
    first, last = map(plain, paper_of(sheet))
    assert plain(SEAL_LINE) not in first and plain(SEAL_LINE) in last
    assert plain(ORIGIN) in first and plain(ORIGIN) in last


# who is offered one


@pytest.fixture
def own(services, exam):
    return services.exams.submit(services.exams.answer(exam, 1, exam.item(1).question.answer))


@pytest.fixture
def done(services, paper):
    exam = start_in_occasion(services, paper)
    return services.exams.submit(services.exams.answer(exam, 1, exam.item(1).question.answer))


def offered(widget):
    return [one.text() for one in widget.findChildren(QAbstractButton) if one.text() in (TITLE, "核验文件")]


def test_a_self_test_is_offered_none(services, own, opened):
    saving = RecordSheetSaving(services.exam_records, "")
    page = opened(ResultsPage(services.exams, services.library, services.practice, own.id, saving))
    assert offered(page) == [] and not saving.offered(own)


def test_an_exam_of_an_occasion_is_offered_one(services, done, opened):
    saving = RecordSheetSaving(services.exam_records, "")
    page = opened(ResultsPage(services.exams, services.library, services.practice, done.id, saving))
    assert offered(page) == [TITLE, "核验文件"]


def test_sheet_and_record_are_written_where_the_person_says_and_belong_together(services, done, opened, tmp_path):
    asked = []

    def ask(parent, title, name, filters):
        asked.append(name)
        return str(tmp_path / Path(name).name)

    saving = RecordSheetSaving(services.exam_records, "某县民政局", ask)
    page = opened(ResultsPage(services.exams, services.library, services.practice, done.id, saving))
    said = []
    page.message.connect(lambda tone, text: said.append((tone, text)))
    for word in (TITLE, "核验文件"):
        next(one for one in page.findChildren(QAbstractButton) if one.text() == word).click()
    sheet, record = (tmp_path / name for name in asked)
    assert sheet.read_bytes().startswith(b"%PDF") and [tone for tone, _ in said] == ["green", "green"]
    assert not check_record(services.exam_records.sheet(done, "").code, record).problems
    assert OCCASION in record.read_text("utf-8")
    assert sorted(path.suffix for path in tmp_path.iterdir() if path.suffix in (".pdf", ".jsonl", ".part")) == [
        ".jsonl",
        ".pdf",
    ]


def test_thinking_better_of_it_writes_nothing(services, done):
    saving = RecordSheetSaving(services.exam_records, "", lambda *_: "")
    assert saving.save_sheet(None, done) == "" and saving.save_record(None, done) == ""


def test_a_place_that_cannot_be_written_is_told(services, done, opened, tmp_path):
    (tmp_path / "taken").write_text("", "utf-8")
    saving = RecordSheetSaving(services.exam_records, "", lambda *_: str(tmp_path / "taken" / "x.pdf"))
    page = opened(ResultsPage(services.exams, services.library, services.practice, done.id, saving))
    said = []
    page.message.connect(lambda tone, text: said.append((tone, text)))
    page._save(saving.save_sheet, done)
    assert said[0][0] == "red" and "没有保存到" in said[0][1]


def test_a_name_from_elsewhere_never_becomes_a_path(services, done):
    names = []
    saving = RecordSheetSaving(services.exam_records, "", lambda parent, title, name, filters: names.append(name) or "")
    saving.save_sheet(None, replace(done, paper=replace(done.paper, title="../a:b\\c|d")))
    assert names == [f"{TITLE}-{done.candidate}-.._a_b_c_d.pdf"]
