import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtPdf import QPdfDocument
from shiboken6 import isValid

from app.domain.settings import Appearance
from app.paths import find_paths
from app.services.guide_service import GuideService
from app.ui.exam.exam_lobby_page import ExamLobbyPage
from app.ui.guide.chapter_of import chapter_of
from app.ui.guide.guide_find import GuideFind
from app.ui.guide.guide_page import GuidePage
from app.ui.guide.guide_print import guide_document, write_guide
from app.ui.guide.guide_text import GuideText
from app.ui.kit.button import Button
from app.ui.kit.empty_state import EmptyState
from app.ui.kit.search_field import SearchField
from app.ui.kit.section_link import SectionLink
from app.ui.shell.page_factory import PageFactory
from app.ui.shell.shortcut_sheet import open_shortcut_sheet

CONTROL = Qt.KeyboardModifier.ControlModifier
FIRST = """# 开头

先看[第二章](02-second.md)。

## 一节

1. 按**保存**。
2. 按 `F5`。

![一张图](pictures/a.png)
"""
SECOND = """# 第二章

## 投影

> 投影已断开……

接着讲，投影会回来。

## 按键

| 按键 | 做什么 |
|---|---|
| F5 | 开始 |
"""


@pytest.fixture
def small(tmp_path):
    folder = tmp_path / "guide"
    (folder / "pictures").mkdir(parents=True)
    (folder / "01-first.md").write_text(FIRST, "utf-8")
    (folder / "02-second.md").write_text(SECOND, "utf-8")
    picture = QImage(400, 200, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.red)
    assert picture.save(str(folder / "pictures" / "a.png"))
    return GuideService(folder)


@pytest.fixture
def page(small, show_page):
    def open_page(origin=None, size=(1278, 712), guide=None):
        made = GuidePage(guide or small, Appearance(), origin)
        made.window_of_test = show_page(made, size)
        return made

    return open_page


def text(page):
    return page.findChild(GuideText)


def press(page, label):
    next(one for one in page.findChildren(Button) if one.isVisible() and one.label() == label).click()


def test_it_opens_with_the_first_chapter_and_a_press_shows_another(page):
    shown = page()
    assert shown.chapter == "01-first" and "开头" in text(shown).toPlainText()
    shown.findChildren(SectionLink)[1].click()
    assert shown.chapter == "02-second" and "第二章" in text(shown).toPlainText()


def test_a_link_leads_to_its_chapter(page):
    shown = page()
    text(shown).link_activated.emit("02-second")
    assert shown.chapter == "02-second"


def test_a_picture_stands_in_the_text_and_only_one_of_the_folder(page, small, tmp_path):
    (tmp_path / "outside.png").write_bytes((tmp_path / "guide/pictures/a.png").read_bytes())
    assert "\ufffc" in text(page()).toPlainText()
    assert small.picture("pictures/a.png") is not None
    assert small.picture("../outside.png") is None


def test_words_are_found_in_all_chapters_one_after_the_other(page, qtbot):
    shown = page()
    qtbot.keyClick(shown, Qt.Key.Key_F, CONTROL)
    field = shown.findChild(SearchField)
    assert field.hasFocus()
    field.setText("投影")
    assert shown.chapter == "02-second"
    seen = [shown.findChild(GuideFind).said()]
    for _ in range(2):
        qtbot.keyClick(field, Qt.Key.Key_Return)
        seen.append(shown.findChild(GuideFind).said())
    assert seen == [f"本章第 {place} 处，共 3 处" for place in (1, 2, 3)]
    field.setText("没有这个词")
    assert shown.findChild(GuideFind).said() == "没有找到"


def test_it_is_built_anew_where_one_was(page, small):
    shown = page()
    shown.show_chapter("02-second")
    again = GuidePage(small, Appearance(reading_size=24))
    again.restore(shown.state())
    assert again.chapter == "02-second"


def test_it_offers_the_way_back_to_the_page_one_came_from(page, qtbot):
    shown = page(ExamLobbyPage.facts)
    with qtbot.waitSignal(shown.back_wanted):
        press(shown, "回到模拟考试")
    with qtbot.waitSignal(shown.keys_wanted):
        press(shown, "快捷键")


def test_on_a_narrow_window_the_chapters_stand_on_top(page):
    shown = page(size=(840, 600))
    assert not any(link.isVisible() for link in shown.findChildren(SectionLink))
    assert text(shown).width() <= 840


def test_without_its_files_it_says_what_to_do(page, tmp_path):
    shown = page(guide=GuideService(tmp_path / "nowhere"))
    assert shown.findChildren(EmptyState)
    shown.restore(shown.state())
    assert shown.chapter == ""


def test_all_tab_stops_have_names(page, nameless_stops):
    assert nameless_stops(page(ExamLobbyPage.facts).window_of_test) == []


def test_every_page_of_the_program_has_a_chapter(services, tmp_path, qapp, show_page):
    names = {chapter.name for chapter in services.guide.chapters}
    factory = PageFactory(services, tmp_path)
    without = []
    for key in factory.keys:
        if key in ("exam", "review_round", "practice_round"):
            continue  # they want something to show; the facts of these stand with the pages of the same tab
        page = factory.build(key)
        if chapter_of(page.facts) not in names:
            without.append(key)
        page.deleteLater()
    assert without == []


def test_the_pdf_holds_every_chapter_on_a_page_that_the_contents_name(small, tmp_path, show_page, page):
    page()
    target = tmp_path / "guide.pdf"
    write_guide(small, target)
    document = QPdfDocument()
    assert document.load(str(target)) == QPdfDocument.Error.None_
    texts = [document.getAllText(number).text() for number in range(document.pageCount())]
    # What is copied out of a PDF may be other characters that look the same: only figures are compared.
    assert re.findall(r"第 ([0-9]+)", texts[0]) == ["2", "3"]
    assert [text.split()[0] for text in texts[1:]] == ["1", "2"]
    document.close()


def test_no_heading_of_the_guide_stands_alone_at_the_foot_of_a_page(show_page, page):
    page()
    document = guide_document(GuideService(find_paths().guide))
    alone, block = [], document.begin()
    while block.isValid():
        kept = block.blockNumber() in document._kept
        if kept and block.next().isValid() and document.page_of(block) != document.page_of(block.next()):
            alone.append(block.text())
        block = block.next()
    assert alone == []


def test_the_text_can_be_set_anew_after_a_dialog_over_it_has_gone(page, qtbot):
    shown = page()
    sheet = open_shortcut_sheet(shown.window_of_test, shown.facts)
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not isValid(sheet))
    text(shown).set_style(size=24)
    assert "开头" in text(shown).toPlainText()
