import pytest
from PySide6.QtGui import QGuiApplication

from app.domain.annotation import AnnotationKind
from app.domain.labels import DISCLAIMER
from app.ui.kit.button import Button
from app.ui.kit.empty_state import EmptyState
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.segment_control import SegmentControl
from app.ui.notes.note_row import NoteRow
from app.ui.notes.notes_page import NotesPage

TEXT = "窗口工作人员先说少一份材料，再说负责的人不在。"


@pytest.fixture
def case(services):
    return services.library.cases()[0]


@pytest.fixture
def notes(services, case, show_page):
    services.annotations.add(case.id, AnnotationKind.HIGHLIGHT, "案情", TEXT, 0, 10)
    services.annotations.add(case.id, AnnotationKind.NOTE, "原因剖析", TEXT, 2, 6, "应当一次性告知。")
    services.annotations.add(case.id, AnnotationKind.PLEDGE, "承诺", body="如果材料不齐，我就写明缺什么。")
    page = NotesPage(services.annotations, services.library)
    page.window_of_test = show_page(page)
    return page


def rows(page):
    return [row for row in page.findChildren(NoteRow) if row.isVisible()]


def press(page, label):
    next(one for one in page.findChildren(Button) if one.isVisible() and one.label() == label).click()


def test_all_that_was_marked_and_written_is_listed(notes, case):
    assert sum(len(group) for group in notes.shown_notes().values()) == 3
    assert len(rows(notes)) == 3
    words = [one.text() for one in notes.findChildren(Paragraph)]
    assert TEXT[:10] in words and "应当一次性告知。" in words and DISCLAIMER in words


def test_a_kind_can_be_looked_at_alone(notes, qtbot):
    notes.findChild(SegmentControl).set_chosen(AnnotationKind.NOTE.value)
    notes._refill()
    qtbot.waitUntil(lambda: [row.note.kind for row in rows(notes)] == [AnnotationKind.NOTE])


def test_a_note_opens_at_its_place(notes, case, qtbot):
    marked = next(row for row in rows(notes) if row.note.kind is AnnotationKind.HIGHLIGHT)
    with qtbot.waitSignal(notes.navigate) as moved:
        marked.opened.emit(marked.note)
    assert moved.args == ["case", (case.id, TEXT[:10])]


def test_what_was_deleted_can_be_taken_back(notes, services):
    gone = rows(notes)[0]
    gone.removed.emit(gone.note)
    assert gone.note not in services.annotations.all() and len(rows(notes)) == 2
    press(notes, "撤销")
    assert gone.note in services.annotations.all() and len(rows(notes)) == 3


def test_all_can_be_copied_as_text(notes, case):
    press(notes, "复制全部文字")
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith(f"《{case.title}》")
    assert "·笔记（原因剖析）：“" in copied and "应当一次性告知。" in copied


def test_without_notes_it_says_how_to_make_one(services, show_page, qtbot):
    page = NotesPage(services.annotations, services.library)
    show_page(page)
    with qtbot.waitSignal(page.navigate) as moved:
        page.findChild(EmptyState).acted.emit()
    assert moved.args == ["library", None]


def test_notes_of_a_case_that_is_gone_are_kept(services, show_page):
    services.annotations.add("builtin/case/gone", AnnotationKind.NOTE, "", body="仍在")
    page = NotesPage(services.annotations, services.library)
    show_page(page)
    assert any("摘录仍为您保留" in one.text() for one in page.findChildren(Paragraph))
    assert not [one for one in page.findChildren(Button) if one.isVisible() and one.label() == "打开原文"]


def test_every_stop_has_a_name(notes, nameless_stops):
    assert nameless_stops(notes.window_of_test) == []
