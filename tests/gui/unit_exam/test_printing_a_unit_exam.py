"""The paper of a 单位统考, printed from where its marks are typed in."""

import pytest
from docx import Document
from PySide6.QtWidgets import QFileDialog

from app.domain.exam_session import ExamSession
from app.ui.kit.button import Button
from app.ui.parts.paper_print import PaperPrint
from app.ui.unit_exam.unit_exam_marks_page import UnitExamMarksPage


def press(page, text):
    next(one for one in page.window().findChildren(Button) if one.label() == text and one.isVisible()).click()


@pytest.fixture
def page(services, exam, watched, show_page):
    made = watched(UnitExamMarksPage(services.unit_exams, exam.id, services.papers))
    show_page(made)
    return made


def test_name_and_time_of_the_exam_are_offered_and_stand_on_the_paper(
    page, exam, said, tmp_path, monkeypatch, nameless_stops
):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    press(page, "印成纸质试卷")
    asked = page.window().findChild(PaperPrint)
    assert (asked.occasion.text(), asked.held.text()) == (exam.title, exam.window_of(ExamSession.MAIN).words)
    assert nameless_stops(page.window()) == []
    asked.held.setText("2026年11月27日上午")
    press(page, "选文件夹并保存")
    files = sorted(tmp_path.glob("*A-*试卷.docx"))
    lines = [one.text for one in Document(files[0]).paragraphs]
    assert files[0].name.startswith(exam.title) and "考试时间：2026年11月27日上午" in lines
    assert said[-1][0] == "green" and "共 6 个 Word 文件" in said[-1][1]


def test_nothing_is_printed_while_an_exam_without_books_is_under_way(services, exam, watched, show_page, said):
    page = watched(UnitExamMarksPage(services.unit_exams, exam.id, services.papers, lambda: True))
    show_page(page)
    press(page, "印成纸质试卷")
    assert page.window().findChild(PaperPrint) is None
    assert said == [("red", "有一场闭卷考试没有交卷，先不能印试卷。")]
