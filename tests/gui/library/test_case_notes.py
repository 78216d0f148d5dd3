import pytest

from app.domain.annotation import AnnotationKind
from app.domain.case import Section
from app.ui.kit.toast import Toast
from app.ui.library.case_notes import HINT
from app.ui.library.note_card import NoteCard
from app.ui.library.note_editor import SAVE, NoteEditor


def select(page, anchor, start, end):
    text = page.reader.sheet.view_with(anchor).text_with(anchor)
    text.setFocus()
    text.select(anchor, start, end)
    return text


def marked(page, anchor):
    return [mark for mark in page.reader.sheet.view_with(anchor).text_with(anchor)._marks if mark[0] == anchor]


def write(page, body):
    page.reader.notes.write()
    editor = page.window().findChild(NoteEditor)
    editor.field().setPlainText(body)
    editor.button(SAVE).click()
    return editor


@pytest.fixture
def kept(services, case):
    return lambda kind: [note for note in services.annotations.of(case.id) if note.kind is kind]


def test_a_highlight_is_anchored_by_its_words(open_case, kept):
    page = open_case()
    select(page, "fact-2", 4, 13)
    page.reader.notes.highlight()
    (note,) = kept(AnnotationKind.HIGHLIGHT)
    assert note.section == Section.FACTS.value and note.quote in page.reader.sheet.texts()[0].toPlainText()
    assert marked(page, "fact-2") == [("fact-2", 4, 13, "mark")]


def test_it_is_there_again_when_the_case_is_opened_again(open_case):
    page = open_case()
    select(page, "fact-2", 4, 13)
    page.reader.notes.highlight()
    assert marked(open_case(), "fact-2") == [("fact-2", 4, 13, "mark")]


def test_the_same_key_takes_it_away_and_undo_brings_it_back(open_case, kept):
    page = open_case()
    select(page, "fact-2", 4, 13)
    page.reader.notes.highlight()
    select(page, "fact-2", 6, 8)
    page.reader.notes.highlight()
    assert kept(AnnotationKind.HIGHLIGHT) == [] and marked(page, "fact-2") == []
    page.findChild(Toast)._button.click()
    assert len(kept(AnnotationKind.HIGHLIGHT)) == 1 and marked(page, "fact-2")


def test_without_a_selection_it_says_what_to_do(open_case, kept):
    page = open_case()
    page.reader.notes.highlight()
    assert "先选中" in page.reader.toast().text()
    assert kept(AnnotationKind.HIGHLIGHT) == []


def test_the_first_selection_shows_how(open_case):
    page = open_case()
    select(page, "fact-1", 3, 9)
    assert page.reader.toast().text() == HINT


def test_a_note_stands_beside_its_words(open_case, kept, qtbot):
    page = open_case()
    select(page, "fact-3", 4, 13)
    write(page, "回去查最近半年的入户表。")
    assert kept(AnnotationKind.NOTE)[0].body == "回去查最近半年的入户表。"
    qtbot.waitUntil(lambda: page.reader.sheet.side.findChild(NoteCard) is not None)


def test_classified_words_are_refused_and_stay_in_the_field(open_case, kept):
    page = open_case()
    select(page, "fact-3", 4, 13)
    editor = write(page, "机密★ 文件")
    assert editor.isVisible() and editor.field().toPlainText() == "机密★ 文件"
    assert kept(AnnotationKind.NOTE) == []
    editor.dismiss()


def test_a_telephone_number_asks_for_a_second_look(open_case, kept):
    page = open_case()
    select(page, "fact-3", 4, 13)
    editor = write(page, "打 13812345678 问一问")
    assert kept(AnnotationKind.NOTE) == []
    editor.button(SAVE).click()
    assert len(kept(AnnotationKind.NOTE)) == 1


def test_a_note_whose_words_have_gone_is_listed_not_lost(services, case, reading):
    services.annotations.add(case.id, AnnotationKind.NOTE, "案情", "从前这里写着别的话。", 0, 6, "记得这一句。")
    reading.reader.notes.reload()
    reading.reader._draw()
    (card,) = reading.reader.notes.lost_cards()
    assert card.annotation.body == "记得这一句。"
    assert reading.reader.ending._lost_box.isVisibleTo(reading.reader.sheet)
