"""导出 of a unit's month: what is on screen, as Word and as xlsx; a draft says that it is one."""

from datetime import date

import openpyxl
import pytest
from docx import Document
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from app.exports.month_report_document import DRAFT
from app.ui.rectify.form_kinds import TABLE, WORD


@pytest.fixture
def where(tmp_path):
    """What the dialog is asked, and where it says that the file goes."""
    asked = []

    def answer(parent, name):
        asked.append(name)
        return tmp_path / name

    answer.asked, answer.folder = asked, tmp_path
    return answer


def written(page, where, kind):
    """All words of the file."""
    page._export.saving._where = where
    page._export.write(kind)
    path = where.folder / where.asked[-1]
    if kind == TABLE:
        rows = openpyxl.load_workbook(path).active.iter_rows()
        return [str(cell.value) for row in rows for cell in row if cell.value is not None]
    document = Document(path)
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return [*(one.text for one in document.paragraphs), *cells]


def on_screen(page):
    return [cell.text().strip() for cell in page.form.cells() if cell.text().strip()]


@pytest.mark.parametrize("kind", [WORD, TABLE])
def test_a_draft_goes_out_with_what_has_just_been_typed_and_says_that_it_is_one(open_report, where, kind):
    page = open_report()
    for at, cell in enumerate(page.form.cells()):
        cell.editor.setPlainText(f"核对名单 {at + 12} 户")
    said = written(page, where, kind)
    assert set(on_screen(page)) <= set(said) and any(DRAFT in one for one in said)
    assert "填报人：周明" in said and "草稿" in where.asked[0] and where.asked[0].endswith(kind)
    assert page.foot.said() == "草稿已保存在本机"


@pytest.mark.parametrize("kind", [WORD, TABLE])
def test_what_was_handed_in_goes_out_with_its_version(office, open_report, where, kind):
    office.submit()
    page = open_report()
    said = written(page, where, kind)
    assert set(on_screen(page)) <= set(said) and any("第 1 版" in one for one in said)
    assert not any(DRAFT in one for one in said) and "草稿" not in where.asked[0]


def test_an_old_version_that_is_looked_at_is_the_one_that_goes_out(office, open_report, where):
    office.submit()
    page = open_report()
    office.services.reports.begin_correction(*office.key())
    page._reload()
    page.form.cells()[0].editor.setPlainText("更正为核对 99 户")
    page.save()
    page._show(1)
    said = written(page, where, TABLE)
    assert "更正为核对 99 户" not in said and set(on_screen(page)) <= set(said)


def test_the_button_offers_both_kinds_by_mouse_and_key(office, open_report, qtbot):
    office.on(date(2026, 3, 21))
    page = open_report()
    assert page.head.export.isVisible()
    qtbot.keyClick(page, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    menu = next(menu for menu in page.findChildren(QMenu) if menu.isVisible())
    assert [action.text() for action in menu.actions()] == ["Word 文档", "Excel 表格"]
    menu.close()


def test_the_head_has_room_in_a_small_window(open_report):
    page = open_report(size=(884, 484))
    assert page.width() <= 884 and page.head.export.geometry().right() <= page.head.width()
