"""收集: the grid of units and months; forms out and in; 催报单 and the merged report."""

from datetime import date
from pathlib import Path

import openpyxl
from PySide6.QtCore import Qt

from app.domain.ledger.monthly_report import ReportState
from app.domain.ledger.report_form import FILLED_BY
from app.ui.kit.modal import Modal
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.tag import Tag
from app.ui.parts.acting_dialog import SAVE
from app.ui.rectify.collection_grid import CollectionGrid
from app.ui.rectify.collection_progress import CollectionProgress
from app.ui.rectify.urge_dialog import UrgeDialog
from tests.gui.rectify.reports.conftest import APRIL, MARCH, NO_NEWS
from tests.unit.months import beside, fill, row_of


def words(page):
    model = page.grid.model()
    return {
        model.headerData(row, Qt.Orientation.Vertical): model.index(row, 2).data() for row in range(model.rowCount())
    }


def said_on(widget):
    return [one.text() for one in widget.findChildren(Paragraph) if one.isVisible()]


def test_the_grid_says_for_every_unit_and_month_what_became_of_it(office, open_collection):
    office.submit(0)
    office.submit(1, zero=NO_NEWS)
    office.on(date(2026, 3, 27))
    office.submit(2)
    page = open_collection()
    assert list(words(page).values()) == ["已报", "零报告", "迟报"]
    office.services.reports.send_back(*office.key(0), "没有写多少份")
    assert list(words(open_collection()).values()) == ["退回", "零报告", "迟报"]


def test_each_state_has_a_shape_of_its_own():
    from app.ui.rectify.report_words import LOOKS, OVERDUE

    assert set(LOOKS) == set(ReportState)
    assert len({look.icon for look in (*LOOKS.values(), OVERDUE)}) == len(ReportState) + 1


def test_a_cell_is_spoken_whole_and_enter_opens_its_report(office, open_collection, went, qtbot):
    office.submit(1)
    page = open_collection()
    page.grid.setCurrentIndex(page.grid.model().index(1, 2))
    spoken = page.grid.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "财务股，3 月，已报，整改办未审核"
    qtbot.keyClick(page.grid, Qt.Key.Key_Return)
    assert went == [("reports", office.key(1))]


def test_going_to_another_column_chooses_that_month(open_collection, qtbot):
    page = open_collection()
    qtbot.keyClick(page.grid, Qt.Key.Key_Left)
    assert page.head.month.chosen() == "2026-02" and page.grid.chosen()[1] == "2026-02"


def test_repeated_reports_of_nothing_new_are_listed_to_be_looked_at(office, open_collection, press, dialog):
    office.submit(1, zero=NO_NEWS)
    office.on(date(2026, 4, 20))
    office.submit(1, APRIL, zero=NO_NEWS)
    page = open_collection(APRIL)
    assert "财务股　抽查" in words(page)
    press(page, "抽查名单 1 个单位")
    assert any("财务股：3 月、4 月" in line for line in said_on(dialog(page, Modal)))


def test_one_form_for_each_unit_goes_into_the_folder(office, open_collection, folder, said):
    page = open_collection()
    page.write_forms()
    assert len(list(folder.path.glob("*.xlsx"))) == 3 and said[-1][0] == "green"
    page.write_forms()
    assert said[-1][0] == "amber" and "没有覆盖" in said[-1][1]


def test_stopping_writes_nothing(office, open_collection, folder, said, monkeypatch):
    monkeypatch.setattr(CollectionProgress, "go_on", lambda self, done, total: done < 1)
    open_collection().write_forms()
    assert said[-1] == ("amber", "已取消，没有写出任何文件。") and not list(folder.path.iterdir())


def returned(page, folder) -> list[Path]:
    page.write_forms()
    paths = sorted(folder.path.glob("*.xlsx"))
    for path in paths:
        fill(path)
    return paths


def test_what_came_back_is_shown_before_anything_is_taken(office, open_collection, folder):
    page = open_collection()
    paths = returned(page, folder)
    fill(paths[1], lambda book: setattr(beside(book["填报"], FILLED_BY), "value", None))
    (folder.path / "名单.docx").write_bytes(b"x")
    page.read_folder()
    view = page.view
    assert [card.form.unit_name for card in view.matched] == ["办公室", "社会救助股", "财务股"] or len(
        view.matched
    ) == 3
    assert office.state() == "未报"
    words = said_on(view)
    assert "名单.docx" in words and any("没有写填报人" in one for one in words)


def test_what_is_ticked_is_taken_with_its_day_and_reviewer(office, open_collection, folder, said, qtbot):
    office.on(date(2026, 3, 27))
    page = open_collection()
    returned(page, folder)
    page.read_folder()
    page.view.matched[0].tick.click()
    page.view.received.line.setText("2026-03-24")
    page.view.reviewer.setText("王某")
    page.accept()
    left_out = office.services.reports.grid(office.campaign)
    states = sorted(left_out.cell(unit, MARCH).words for unit in office.units)
    assert states == ["已报", "已报", "未报"] and page.view is None and said[-1][1].startswith("收下 2 份")


def test_two_versions_of_a_unit_stand_side_by_side_and_one_is_chosen(office, open_collection, folder):
    page = open_collection()
    path = returned(page, folder)[0]
    book = openpyxl.load_workbook(path)
    sheet = book["填报"]
    sheet.cell(row_of(sheet, "整改工作情况") + 1, 6).value = "复核 64 份，纠正 9 份"
    book.save(path.with_name("改后.xlsx"))
    page.read_folder()
    (conflict,) = page.view.conflicts
    assert conflict.picked() == "" and "复核 64 份，纠正 9 份" in said_on(conflict)
    conflict._group.button(conflict._files.index("改后.xlsx")).click()
    page.accept()
    items = office.services.reports.sheet(*office.key(0)).report.items
    assert items[0].text.work == "复核 64 份，纠正 9 份"


def test_what_the_ledger_holds_already_is_not_replaced_by_default(office, open_collection, folder):
    page = open_collection()
    returned(page, folder)
    office.submit(0, zero=NO_NEWS)
    page.read_folder()
    card = next(one for one in page.view.matched if one.form.unit == office.units[0])
    assert not card.tick.isChecked() and card.form.differences


def test_giving_up_takes_nothing(office, open_collection, folder, press):
    page = open_collection()
    returned(page, folder)
    page.read_folder()
    press(page, "不收，返回")
    assert page.view is None and office.state() == "未报" and page.head.isEnabled()


def test_a_preview_survives_the_page_being_built_anew(office, open_collection, folder):
    page = open_collection()
    returned(page, folder)
    page.read_folder()
    page.view.matched[0].tick.click()
    page.view.received.line.setText("3.2")
    page.view.reviewer.setText("王某")
    page.view.reason.setText("责任单位核对后重新交表")
    again = open_collection()
    again.restore(page.state())
    view = again.view
    assert view.files() == page.view.files() and len(view.files()) == 2
    assert view.received.line.text() == "3.2", "a day that is half typed stays so"
    assert (view.reviewer.text(), view.reason.text()) == ("王某", "责任单位核对后重新交表")


def test_units_that_owe_the_month_are_urged(office, open_collection, folder, said):
    page = open_collection()
    page.write_urge()
    assert said[-1][0] == "amber"
    office.on(date(2026, 3, 28))
    page.write_urge()
    dialog = page.window().findChild(UrgeDialog)
    assert dialog.until.line.text() == "2026-03-31", "three days, unless one says otherwise"
    dialog.until.line.setText("3.27")
    dialog._choose(SAVE)
    assert "早于今天" in dialog.problem() and not list(folder.path.iterdir())
    dialog.until.line.setText("4.2")
    dialog.kind.setCurrentIndex(1)
    dialog._choose(SAVE)
    (path,) = folder.path.iterdir()
    said_in = [str(cell.value) for row in openpyxl.load_workbook(path).active.iter_rows() for cell in row]
    assert path.suffix == ".xlsx" and any("请于2026年4月2日前报送" in one for one in said_in)
    assert said[-1][0] == "green"


def test_a_month_is_merged_as_text_and_table(office, open_collection, folder, said):
    office.submit(0)
    open_collection().write_merged()
    assert sorted(path.suffix for path in folder.path.iterdir()) == [".docx", ".xlsx"] and said[-1][0] == "green"


def test_the_counts_of_the_month_are_said_in_words(office, open_collection):
    office.submit(0)
    page = open_collection()
    tags = [one.text() for one in page.legend.findChildren(Tag)]
    assert tags == ["未报 2", "已报 1", "退回 0", "迟报 0", "零报告 0"]


def test_every_stop_has_a_name(office, open_collection, folder, nameless_stops):
    page = open_collection()
    assert nameless_stops(page.window()) == []
    returned(page, folder)
    page.read_folder()
    assert nameless_stops(page.window()) == []


def test_sixty_units_and_months_scroll_and_their_names_stay(office, watched):
    from app.domain.ledger.campaign import Campaign
    from app.domain.ledger.ledger_unit import LedgerUnit
    from app.domain.ledger.report_grid import grid

    big = Campaign("c", "五年专项", date(2022, 1, 1), date(2026, 12, 31))
    table = CollectionGrid()
    table.resize(1200, 600)
    table.show_grid(
        grid(big, [LedgerUnit(f"u{n}", f"第{n}股") for n in range(60)], {}, date(2026, 3, 2)), date(2026, 3, 2)
    )
    assert table.model().rowCount() == table.model().columnCount() == 60
    assert table.verticalHeader().width() and table.columnWidth(0) >= 60
