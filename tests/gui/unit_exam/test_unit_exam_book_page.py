"""The organiser's table: collecting, exporting, and what was refused."""

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit

from app.domain.exam_session import ExamSession
from app.domain.paper_marks import PaperMarks
from app.domain.unit_exam import BookRule
from app.packs.exam_package_reader import open_package
from app.ui.exam.record_sheet import record_sheet_pdf
from app.ui.kit.modal import Modal
from app.ui.kit.paragraph import Paragraph
from app.ui.unit_exam.unit_exam_book_page import UnitExamBookPage
from tests.gui.unit_exam.conftest import PASSWORD, PEOPLE, around_now


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
    return open_book(services, exam, files, watched, show_page)


def open_book(services, exam, files, watched, show_page):
    made = watched(
        UnitExamBookPage(
            services.unit_exams,
            services.item_analysis,
            exam.id,
            files,
            who="王局长",
            unit="某县民政局 办公室",
            sheet_pdf=record_sheet_pdf,
        )
    )
    show_page(made)
    return made


def more(page, words):
    """Press an entry of the menu 更多."""
    dict(page._more(True))[words]()


def modal(page):
    return next(one for one in page.window().findChildren(Modal) if one.isVisible())


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
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=6, max_row=8)]
    assert [row[1] for row in rows] == column(page, "姓名") and [row[4] for row in rows] == column(page, "状态")
    assert [row[12] or "" for row in rows] == column(page, "核验码")


def test_a_second_file_has_its_own_password(page, files, tmp_path, services, exam):
    more(page, "再存一份统考文件")
    asking = modal(page)
    first, again = asking.findChildren(QLineEdit)
    first.setText("another2026")
    again.setText("another2027")
    asking.button("save").click()
    assert asking.isVisible() and any("不一样" in one.text() for one in asking.findChildren(Paragraph))
    files.path = tmp_path / "第二份.jjexam"
    again.setText("another2026")
    asking.button("save").click()
    assert open_package(files.path.read_bytes(), "another2026") == services.unit_exams.package(exam.id)


def test_a_proposed_password_is_shown_and_opens_the_file(page, files, tmp_path, services, exam):
    more(page, "再存一份统考文件")
    asking = modal(page)
    next(one for one in asking.findChildren(QAbstractButton) if one.text() == "替我想一个").click()
    made = asking.findChildren(QLineEdit)[0].text()
    assert any(made in one.text() for one in asking.findChildren(Paragraph))
    files.path = tmp_path / "第二份.jjexam"
    asking.button("save").click()
    assert open_package(files.path.read_bytes(), made) == services.unit_exams.package(exam.id)


def test_the_book_leaves_as_a_word_document_too(page, files, folder, tmp_path, said):
    files.path = tmp_path / "成绩册.docx"
    more(page, "导出成绩册（Word）")
    assert files.path.read_bytes().startswith(b"PK") and files.asked[-1] == ("导出成绩册", "2026年度统考成绩册.docx")
    assert said[-1][0] == "green"


def test_whatever_lies_beside_the_results_is_named(page, files, folder, said):
    (folder / "打包.zip").write_bytes(b"x")
    files.path = folder
    page.main_action()
    assert "另有 1 个别的文件没有看，其中有压缩包" in said[-1][1]
    assert any(one.text() == "没有看的别的文件：打包.zip。" for one in page.findChildren(Paragraph))


def collected(page, files, folder):
    files.path = folder
    page.main_action()
    page._table.selectRow(0)


def test_a_result_is_declared_void_with_a_reason_and_taken_back(page, files, folder, services, exam):
    assert not page._decide.isVisible()
    collected(page, files, folder)
    press(page, "核定成绩")
    asking = modal(page)
    asking._what.set_chosen("void")
    asking.button("save").click()
    assert "写明作废的理由" in asking.problem()
    asking._why.setText("他人代考")
    asking.button("save").click()
    assert column(page, "结果")[0] == "作废"
    assert column(page, "备注")[0] == "作废 0 分的一份（王局长，他人代考）"
    press(page, "核定成绩")
    again = modal(page)
    again._what.set_chosen("undone")
    again.button("save").click()
    assert column(page, "结果")[0] == "✕ 未合格" and services.unit_exams.decisions.standing(exam.id) == {}


def test_what_was_typed_in_from_paper_can_be_the_one_that_counts(services, exam, page, files, folder):
    collected(page, files, folder)
    full = tuple(float(one.full) for one in services.unit_exams.package(exam.id).sections())
    services.unit_exams.put_marks(exam.id, [PaperMarks("1001", ExamSession.MAIN, full)])
    page._show()
    assert "共有 2 份成绩，请核实" in column(page, "备注")[0]
    press(page, "核定成绩")
    modal(page).button("save").click()
    assert column(page, "正考成绩")[0] == str(int(sum(full))) and "核定以" in column(page, "备注")[0]


def test_a_sheet_is_saved_for_one_and_for_everybody(page, files, folder, tmp_path, said):
    collected(page, files, folder)
    out = tmp_path / "记录单"
    out.mkdir()
    for press_it, target in (
        (lambda: press(page, "出记录单"), out / "一份.pdf"),
        (lambda: more(page, "出全部学习情况记录单"), out),
    ):
        press_it()
        asking = modal(page)
        assert asking.field.text() == "某县民政局"
        files.path = target
        asking.button("save").click()
        assert not asking.isVisible() and said[-1][0] == "green"
    assert {one.name for one in out.iterdir()} == {"一份.pdf", "学习情况记录单-周明-1001.pdf"}
    assert all(one.read_bytes().startswith(b"%PDF") for one in out.iterdir())


def test_a_sheet_is_checked_by_its_code_and_its_file(page, files, folder, services, exam):
    collected(page, files, folder)
    press(page, "核验记录单")
    asking = modal(page)
    asking.button("check").click()
    assert "还没有选文件" in asking.told()
    files.path = next(one for one in folder.iterdir() if "周明" in one.name)
    press(asking, "选文件")
    asking._code.setText(services.unit_exams.results(exam.id)[0].code)
    asking.button("check").click()
    assert asking.told().startswith("核验一致：周明")
    asking._code.setText("AAAA-BBBB-CCCC-DDDD")
    asking.button("check").click()
    assert asking.told().startswith("不一致：")


def test_a_make_up_is_arranged_once_all_is_over(page, files, folder, said, went, services, exam):
    more(page, "安排补考")
    assert said[-1][0] == "amber" and "还没有全部结束" in said[-1][1] and not went


def test_an_exam_made_by_mistake_is_taken_out_of_use_and_back(page, files, folder, said):
    more(page, "停用这次统考")
    asking = modal(page)
    asking._why.setText("试卷选错了")
    asking.button("save").click()
    assert page._out.isVisible() and "已停用（王局长：试卷选错了）" in page._out.text()
    files.path = folder
    page.main_action()
    assert said[-1][0] == "red" and column(page, "状态") == ["未考"] * 3
    page._out.acted.emit()
    modal(page).button("save").click()
    assert not page._out.isVisible()
    page.main_action()
    assert column(page, "状态")[0] == "已考"


def test_an_exam_on_paper_has_nothing_to_collect(services, files, watched, show_page, went):
    paper = services.exams.papers()[0]
    exam = services.unit_exams.make("纸上的统考", paper, around_now(), None, BookRule.CLOSED, PEOPLE, on_paper=True)
    page = open_book(services, exam, files, watched, show_page)
    shown = [one.text() for one in page.findChildren(QAbstractButton) if one.isVisible()]
    assert "录入得分" in shown and not {"收结果文件", "阅简答", "试题分析", "核验记录单", "出记录单"} & set(shown)
    assert [words for words, _ in page._more(False)] == ["导出成绩册（Word）", "安排补考", "停用这次统考"]
    page.main_action()
    assert went == [("unit_exam_marks", exam.id)]


def test_an_exam_that_is_not_there_leads_back(services, watched, show_page, went):
    page = watched(UnitExamBookPage(services.unit_exams, services.item_analysis, "nichts"))
    show_page(page)
    press(page, "回到单位统考")
    assert went == [("unit_exam", None)]


def test_every_tab_stop_has_a_name(page, nameless_stops):
    assert nameless_stops(page.window()) == []
