"""The organiser's table: collecting, exporting, and what was refused."""

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit

from app.packs.exam_package_reader import open_package
from app.ui.kit.modal import Modal
from app.ui.kit.paragraph import Paragraph
from app.ui.unit_exam.unit_exam_book_page import UnitExamBookPage
from tests.gui.unit_exam.conftest import PASSWORD


@pytest.fixture
def folder(services, package_file, tmp_path):
    """One result and one that was spoilt."""
    data, _ = services.exam_seats.read(package_file)
    exam = services.exams.submit(services.exam_seats.start(services.exam_seats.open(data, PASSWORD), "1001"))
    made = tmp_path / "结果"
    made.mkdir()
    services.exam_seats.save_result(exam, made / services.exam_seats.result_name(exam))
    (made / "坏的.jjresult").write_text("x", encoding="utf-8")
    return made


@pytest.fixture
def page(services, exam, files, watched, show_page):
    made = watched(UnitExamBookPage(services.unit_exams, services.item_analysis, exam.id, files))
    show_page(made)
    return made


def press(page, text):
    next(one for one in page.findChildren(QAbstractButton) if one.text() == text).click()


def column(page, title):
    model = page._model
    at = next(at for at in range(model.columnCount()) if model.headerData(at, Qt.Orientation.Horizontal) == title)
    return [model.data(model.index(row, at)) for row in range(model.rowCount())]


def test_collecting_fills_the_table_and_says_what_was_not_taken(page, files, folder, said):
    assert column(page, "状态") == ["未考"] * 3
    files.path = folder
    page.main_action()
    assert column(page, "状态") == ["已考", "未考", "未考"] and column(page, "结果")[0] == "✕ 未合格"
    assert said[-1] == ("amber", "新收 1 份，1 份没有收。")
    assert any(one.text().startswith("坏的.jjresult：不是完整的结果文件") for one in page.findChildren(Paragraph))


def test_the_file_says_what_the_table_says(page, files, folder, tmp_path):
    files.path = folder
    page.main_action()
    files.path = tmp_path / "成绩册.xlsx"
    press(page, "导出成绩册")
    sheet = openpyxl.load_workbook(files.path).active
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=5, max_row=7)]
    assert [row[1] for row in rows] == column(page, "姓名") and [row[4] for row in rows] == column(page, "状态")
    assert [row[11] or "" for row in rows] == column(page, "核验码")


def test_a_second_file_has_its_own_password(page, files, tmp_path, services, exam):
    press(page, "再存一份统考文件")
    modal = page.window().findChild(Modal)
    first, again = modal.findChildren(QLineEdit)
    first.setText("another2026")
    again.setText("another2027")
    modal.button("save").click()
    assert modal.isVisible() and any("不一样" in one.text() for one in modal.findChildren(Paragraph))
    files.path = tmp_path / "第二份.jjexam"
    again.setText("another2026")
    modal.button("save").click()
    assert open_package(files.path.read_bytes(), "another2026") == services.unit_exams.package(exam.id)


def test_an_exam_that_is_not_there_leads_back(services, watched, show_page, went):
    page = watched(UnitExamBookPage(services.unit_exams, services.item_analysis, "nichts"))
    show_page(page)
    press(page, "回到单位统考")
    assert went == [("unit_exam", None)]


def test_every_tab_stop_has_a_name(page, nameless_stops):
    assert nameless_stops(page.window()) == []
