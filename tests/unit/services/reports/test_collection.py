"""Forms go out, a folder comes back: what is taken, what is refused, and why."""

import re
import shutil
from datetime import date
from pathlib import Path
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile

import openpyxl
import pytest

from app.domain.errors import UserError
from app.domain.ledger.monthly_report import ReportState, ReportText
from app.domain.ledger.report_form import FILLED_BY, REVIEWED_BY, FormKey
from app.domain.ledger.steps import StoppedError
from tests.unit.ledgers import ORIGIN, text
from tests.unit.months import NAMES, TITLES, beside, campaign, fill, noon, row_of, zero

MARCH = "2026-03"


@pytest.fixture
def office(services, clock, tmp_path):
    noon(clock, date(2026, 3, 20))
    name, units = campaign(services)
    folder = tmp_path / "收表"
    return services.collection, name, units, folder


@pytest.fixture
def forms(office):
    collection, name, _, folder = office
    return collection.write_forms(name, MARCH, folder)


def only(preview):
    """The one refusal, complete."""
    (refused,) = preview.refused
    assert refused.file and refused.why and refused.advice, refused
    named = re.findall("“.+?”", refused.words)
    assert len(named) == len(set(named)), f"names a place twice: {refused.words}"
    assert re.fullmatch("[^里。].*[^，。：；]。", refused.words) and not re.search("[，。：；]{2}", refused.words), (
        refused.words
    )
    assert refused.words.count("请") <= 2 and "再导入" not in refused.words, refused.words
    return refused


def test_a_form_for_each_unit_opens_only_the_cells_to_fill_in(forms):
    assert [path.name for path in forms] == [f"2026-03 {name} 整改月报.xlsx" for name in NAMES[:3]]
    book = openpyxl.load_workbook(forms[0])
    assert book.sheetnames == ["填报", "单位情况", "本月无新增", "怎么填"] and book.security.lockStructure
    open_cells = {
        sheet.title: [cell.coordinate for row in sheet.iter_rows() for cell in row if not cell.protection.locked]
        for sheet in book
    }
    head = row_of(book["填报"], "整改工作情况")
    rows = [f"{letter}{head + row}" for row in (1, 2) for letter in "FGH"]
    assert open_cells["填报"] == [*rows, f"E{head + 3}", f"G{head + 3}", f"E{head + 4}"]
    assert open_cells["单位情况"] == ["D4", "D5", "D6"] and open_cells["本月无新增"] == ["D4", "D5"]
    assert all(sheet.protection.sheet and sheet.page_setup.orientation == "landscape" for sheet in book)
    assert all(sheet.page_setup.paperSize == 9 and "内部资料" in sheet.oddFooter.left.text for sheet in book)
    assert book["填报"].freeze_panes == f"D{head + 1}" and book["填报"].column_dimensions["A"].hidden
    assert not any(cell.data_type == "f" for sheet in book for row in sheet.iter_rows() for cell in row)


def test_every_row_of_a_form_looks_alike_and_no_text_becomes_a_formula(office, services, tmp_path):
    collection, name, units, _ = office
    for title in ("=SUM(A1:A9)是什么意思没有人知道", "核查记录不全"):
        services.issues.add(name, text(units[0], title=title), ORIGIN)
    (path,) = collection.write_forms(name, MARCH, tmp_path / "一份", (units[0],))
    sheet = openpyxl.load_workbook(path)["填报"]
    head = row_of(sheet, "整改工作情况")
    rows = [[sheet.cell(head + row, column) for column in range(1, 9)] for row in range(1, 5)]
    looks = [
        [(cell.font.name, cell.border.left.style, cell.fill.fill_type, cell.alignment.wrap_text) for cell in row]
        for row in rows
    ]
    assert looks == [looks[0]] * 4 and len(set(looks[0])) > 2
    assert [row[2].value for row in rows] == [*TITLES[:2], "=SUM(A1:A9)是什么意思没有人知道", "核查记录不全"]
    assert [row[2].data_type for row in rows] == ["s"] * 4
    assert [row[2].quotePrefix for row in rows] == [False, False, True, False]


def test_what_was_filled_in_is_read_and_taken_in_one_go(office, forms, services, heard):
    collection, name, units, folder = office
    for path in forms:
        fill(path)
    preview = collection.read_folder(name, MARCH, folder)
    assert [form.unit for form in preview.matched] == units and not preview.refused and not preview.waited_for
    heard.clear()
    assert collection.accept(preview, reviewer="王某") == units
    assert [fact.kind for fact in heard] == ["report.submitted"] * 3
    report = services.reports.sheet(name, units[0], MARCH).report
    assert report.items[0].text.work.startswith("局党组听取") and report.filled_on == "2026-03-20"
    assert (report.filled_by, report.reviewed_by, report.checked_by) == ("张某", "李某", "王某")
    again = collection.read_folder(name, MARCH, folder)
    assert not again.matched and len(again.known) == 3


def test_a_form_is_known_by_its_key_whatever_happened_to_it(office, forms, tmp_path):
    """Renamed, moved into a folder, unprotected, styles lost, rows between, pasted breaks and full-width characters."""
    collection, name, units, folder = office

    def change(book):
        sheet = book["填报"]
        sheet.protection.sheet = book.security.lockStructure = False
        head = row_of(sheet, "整改工作情况")
        sheet.cell(head + 1, 6).value = "３月核对名单１２户\r\n停发２户　　_x000D_\n\n\n\n附表已交\u200b"
        sheet.insert_rows(head + 2)
        sheet.cell(head + 2, 6).value = "上面写不下，接着写"
        sheet.title, book["单位情况"].title = "Sheet1", "Sheet2"
        beside(sheet, FILLED_BY).value = None
        found = next(cell for row in sheet.iter_rows() for cell in row if cell.value == FILLED_BY)
        found.value = "填报人：张 某"
        book["Sheet2"]["D4"].value = "全股开会2次"

    fill(forms[0], change)
    bare = openpyxl.Workbook()
    bare.remove(bare.active)
    filled = openpyxl.load_workbook(forms[0])
    for sheet in filled:
        made = bare.create_sheet(sheet.title)
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is not None:
                    made.cell(cell.row, cell.column).value = cell.value
    other = folder / "邮件附件" / "副本(2) 报表终版.xlsx"
    other.parent.mkdir()
    bare.save(other)
    for path in forms:
        path.unlink()
    preview = collection.read_folder(name, MARCH, folder)
    (form,) = preview.matched
    assert form.unit == units[0] and form.report.items[0].text.work == "３月核对名单１２户\n停发２户\n\n附表已交"
    assert form.report.overall == ReportText("全股开会2次") and form.report.filled_by == "张 某"
    assert [note.why for note in form.notes] == ["是另加的一行，没有读取：上面写不下，接着写"]
    assert preview.waited_for == tuple(units[1:])


def spoil_month(collection, name, path, services):
    collection.write_forms(name, "2026-04", path.parent / "x", (services.ledger.units()[0].id,))
    (made,) = (path.parent / "x").glob("*.xlsx")
    fill(made)
    shutil.move(made, path)
    (path.parent / "x").rmdir()


def edit(change, filled=True):
    def spoil(path):
        fill(path, change) if filled else None

    return spoil


def put(row, column, value):
    def change(book):
        sheet = book["填报"]
        sheet.cell(row_of(sheet, "整改工作情况") + row, column).value = value

    return change


def key(change):
    def spoil(book):
        cell = book["填报"]["A1"]
        cell.value = change(cell.value)

    return spoil


def twice(book):
    sheet = book["填报"]
    head = row_of(sheet, "整改工作情况")
    sheet.cell(head + 2, 1).value = sheet.cell(head + 1, 1).value


def rekeyed(**other):
    """Another key that fits its check value: of a form from elsewhere."""

    def change(text):
        old = FormKey.read(text)
        values = {"campaign": old.campaign, "unit": old.unit, "month": old.month, "issues": old.issues} | other
        return FormKey(**values).to_text()

    return key(change)


def both(book):
    zero(book)
    put(1, 6, "核对12户")(book)


def blank(book):
    zero(book, "")
    book["本月无新增"]["D4"].value = "有新情况"


def unchosen(book):
    zero(book)
    book["本月无新增"]["D4"].value = "有新情况"


def named(label, name):
    def change(book):
        beside(book["填报"], label).value = name

    return change


def overall(text):
    def change(book):
        book["单位情况"]["D4"].value = text

    return change


def swollen(path):
    with ZipFile(path, "w", ZIP_DEFLATED) as book:
        book.writestr("xl/worksheets/sheet1.xml", b" " * 61 * 1024 * 1024)


def locked(path):
    with ZipFile(path, "w", ZIP_BZIP2) as book:
        book.writestr("xl/workbook.xml", b"x")


SPOILT = {
    "empty file": (lambda path: path.write_bytes(b""), "", "空文件"),
    "cut off": (lambda path: path.write_bytes(path.read_bytes()[:3000]), "", "损坏"),
    "no zip": (lambda path: path.write_bytes(b"PK\x03\x04" + b"x" * 500), "", "损坏"),
    "old format": (lambda path: path.write_bytes(b"\xd0\xcf\x11\xe0" + b"x" * 500), "", "旧版"),
    "text": (lambda path: path.write_text("月报"), "", "不是真正的 xlsx"),
    "too big": (lambda path: path.write_bytes(b"PK\x03\x04" + b"x" * 5_300_000), "", "5 MB"),
    "another table": (lambda path: openpyxl.Workbook().save(path), "", "找不到表的标记"),
    "not filled in": (lambda path: None, "", "还没有填"),
    "key changed": (edit(key(lambda text: text.replace("2026-03", "2026-04"))), "“填报”", "标记被改动"),
    "key torn": (edit(key(lambda text: text[:30])), "“填报”", "标记被改动"),
    "other campaign": (edit(rekeyed(campaign="c")), "", "别的专项"),
    "unknown unit": (edit(rekeyed(unit="u")), "", "不在台账的单位名单"),
    "other month": (edit(rekeyed(month="2026-02")), "", "是 2026 年 2 月的表"),
    "formula": (edit(put(1, 6, "=SUM(A1:A9)")), "“填报”第 6 行", "公式"),
    "error value": (edit(put(1, 6, "#REF!")), "“填报”第 6 行", "错误值"),
    "gap": (edit(put(2, 7, None)), "“填报”第 7 行“存在问题”", "还没有填"),
    "too long": (edit(put(1, 6, "核对12户" * 500)), "“填报”第 6 行“整改工作情况”", "2500 字"),
    "row twice": (edit(twice), "“填报”第 7 行", "同一个问题"),
    "row from another form": (edit(put(1, 1, "f" * 32)), "“填报”第 6 行", "别的表"),
    "graded": (edit(put(1, 6, "机密★三年 核对12户")), "“填报”第 6 行", "密级"),
    "nothing new and texts": (edit(both), "“本月无新增”", "又填了文字"),
    "nothing new, no reason": (edit(lambda book: zero(book, "")), "“本月无新增”", "没有写原因"),
    "blank": (edit(blank), "", "还没有填"),
    "reason only": (edit(unchosen), "“本月无新增”", "没有选"),
    "reason too short": (edit(lambda book: zero(book, "无")), "“本月无新增”", "要写明原因"),
    "reason too long": (edit(lambda book: zero(book, "无到期措施" * 50)), "“本月无新增”", "原因有 250 字"),
    "name too long": (edit(named(FILLED_BY, "张某" * 30)), "“填报人”", "有 60 字，最多 40 字"),
    "other name too long": (edit(named(REVIEWED_BY, "李某" * 30)), "“审核人”", "有 60 字，最多 40 字"),
    "unit's text too long": (edit(overall("核对12户" * 500)), "“单位情况”“整改工作情况”", "2500 字"),
    "unit's text graded": (edit(overall("机密★三年 核对12户")), "“单位情况”", "密级"),
    "reason graded": (edit(lambda book: zero(book, "机密★三年 没有到期的")), "“本月无新增”", "密级"),
    "swollen": (swollen, "", "内容太多"),
    "odd compression": (locked, "", "有密码保护"),
    "no head": (edit(lambda book: book["填报"].delete_rows(5)), "“填报”", "找不到表头"),
}


@pytest.mark.parametrize("how", SPOILT)
def test_every_refused_file_says_where_why_and_what_to_do(how, office, forms):
    collection, name, _, folder = office
    spoil, where, why = SPOILT[how]
    for path in forms[1:]:
        path.unlink()
    spoil(forms[0])
    refused = only(collection.read_folder(name, MARCH, folder))
    assert refused.where == where and why in refused.why, refused


@pytest.mark.parametrize("ending", ["et", "wps", "doc", "docx", "xls", "csv", "zip", "exe", "xlsm"])
def test_other_kinds_of_files_are_refused_with_how_to_save_them(ending, office, forms):
    collection, name, _, folder = office
    for path in forms[1:]:
        path.unlink()
    forms[0].rename(forms[0].with_suffix(f".{ending}"))
    assert "另存为 xlsx" in only(collection.read_folder(name, MARCH, folder)).advice


def test_a_macro_in_an_xlsx_is_not_opened(office, forms):
    collection, name, _, folder = office
    for path in forms[1:]:
        path.unlink()
    with ZipFile(forms[0], "a") as book:
        book.writestr("xl/vbaProject.bin", b"x")
    assert "宏" in only(collection.read_folder(name, MARCH, folder)).why


def test_what_office_programs_leave_beside_an_open_file_is_left_alone(office, forms):
    collection, name, _, folder = office
    (folder / f"~${forms[0].name}").write_bytes(b"x")
    (folder / ".~lock.x.xlsx#").write_bytes(b"x")
    preview = collection.read_folder(name, MARCH, folder)
    assert len(preview.refused) == 3 and all("还没有填" in one.why for one in preview.refused)


def test_two_versions_of_one_unit_are_shown_side_by_side_and_one_is_chosen(office, forms, services):
    collection, name, units, folder = office
    shutil.copy(forms[0], folder / "新.xlsx")
    for path in forms:
        fill(path)
    fill(folder / "新.xlsx", put(1, 6, "核对名单 99 户，停发 9 户"))
    preview = collection.read_folder(name, MARCH, folder)
    (conflict,) = preview.conflicts
    assert conflict.unit == units[0] and [form.file for form in conflict.forms] == [forms[0].name, "新.xlsx"]
    assert conflict.differences[0].words == "问题 1·整改工作情况" and "99 户" in conflict.differences[0].other
    assert collection.accept(preview) == units[1:]
    with pytest.raises(UserError, match="只能收一份"):
        collection.accept(preview, [form.file for form in conflict.forms])
    collection.accept(preview, ["新.xlsx"])
    assert "99 户" in services.reports.sheet(name, units[0], MARCH).report.items[0].text.work


def test_another_version_of_what_was_taken_waits_for_a_decision(office, forms, services):
    collection, name, units, folder = office
    for path in forms:
        fill(path)
    collection.accept(collection.read_folder(name, MARCH, folder))
    fill(forms[0], put(1, 6, "更正：核对 31 户，停发 4 户"))
    preview = collection.read_folder(name, MARCH, folder)
    (form,) = preview.matched
    assert form.replaces == 1 and not form.by_default and len(form.differences) == 1
    with pytest.raises(UserError, match="没有选中"):
        collection.accept(preview)
    collection.accept(preview, [form.file])
    with pytest.raises(UserError, match="重新读取"):
        collection.accept(preview, [form.file])
    assert services.reports.history(name, units[0], MARCH)[0].reason == "责任单位重新交表"
    assert services.reports.version(name, units[0], MARCH, 1).items[0].text.work.startswith("局党组听取")


def test_a_returned_form_goes_out_with_its_texts_and_why(office, forms, services, tmp_path):
    collection, name, units, folder = office
    for path in forms:
        fill(path)
    collection.accept(collection.read_folder(name, MARCH, folder))
    services.reports.send_back(name, units[0], MARCH, "没有写户数")
    with pytest.raises(UserError, match="没有覆盖"):
        collection.write_forms(name, MARCH, folder)
    (path,) = collection.write_forms(name, MARCH, tmp_path / "再发", (units[0],))
    sheet = openpyxl.load_workbook(path)["填报"]
    assert row_of(sheet, "上次退回的原因：没有写户数") and sheet.cell(7, 6).value.startswith("局党组听取")
    fill(path, put(1, 6, "核对 31 户，停发 4 户"))
    preview = collection.read_folder(name, MARCH, path.parent)
    assert preview.matched[0].by_default and collection.accept(preview) == [units[0]]
    assert services.reports.grid(name).cell(units[0], MARCH).state is ReportState.SUBMITTED


def test_nothing_of_a_batch_is_taken_where_one_cannot_be(office, forms, services):
    collection, name, _, folder = office
    for path in forms:
        fill(path)
    preview = collection.read_folder(name, MARCH, folder)
    collection.accept(preview, [forms[2].name])
    with pytest.raises(UserError, match="一份都没有收"):
        collection.accept(preview)
    assert services.reports.grid(name).count_words(MARCH) == "1/3"


def test_lateness_is_told_by_the_day_it_came_in(office, forms, services, clock):
    collection, name, units, folder = office
    for path in forms:
        fill(path)
    noon(clock, date(2026, 3, 30))
    preview = collection.read_folder(name, MARCH, folder)
    with pytest.raises(UserError, match="晚于今天"):
        collection.accept(preview, received_on=date(2026, 3, 31))
    collection.accept(preview, [forms[0].name], date(2026, 3, 25))
    collection.accept(preview, [forms[1].name])
    grid = services.reports.grid(name)
    assert [grid.cell(unit, MARCH).words for unit in units] == ["已报", "迟报", "未报"]


def test_an_issue_registered_later_is_named_and_asked_for_next_month(office, forms, services):
    collection, name, units, folder = office
    services.issues.add(name, text(units[0], title=TITLES[2]), ORIGIN)
    fill(forms[0])
    form = collection.read_folder(name, MARCH, folder).matched[0]
    assert "问题 7" in form.notes[0].why and len(form.report.items) == 2


def test_names_that_are_missing_are_told_and_do_not_keep_it_back(office, forms):
    collection, name, _, folder = office

    def change(book):
        beside(book["填报"], REVIEWED_BY).value = None
        put(1, 6, "核对 12 户，联系电话13812345678")(book)

    fill(forms[0], change)
    form = collection.read_folder(name, MARCH, folder).matched[0]
    assert [note.why for note in form.notes] == ["有一处像是手机号", "没有写审核人"]


def test_clues_and_open_cases_in_a_form_are_a_row_of_the_preview(office, forms):
    collection, name, _, folder = office
    fill(forms[0], put(1, 6, "举报人王某反映的问题线索：多报 2 人，原股长已留置"))
    form = collection.read_folder(name, MARCH, folder).matched[0]
    said = [note.why for note in form.notes]
    assert said == ["有一处像是举报人的情况", "有一处像是问题线索的内容", "有一处像是正在办理的案件"]


def test_reading_and_writing_can_be_cancelled_with_nothing_done(office, forms, tmp_path):
    collection, name, _, folder = office
    with pytest.raises(StoppedError):
        collection.read_folder(name, MARCH, folder, lambda done, total: done < 1)
    with pytest.raises(StoppedError):
        collection.write_forms(name, MARCH, tmp_path / "neu", (), lambda done, total: done < 2)
    assert not (tmp_path / "neu").exists()
    fill(forms[0])
    collection.accept(collection.read_folder(name, MARCH, folder))
    with pytest.raises(StoppedError):
        collection.write_merged(name, MARCH, tmp_path / "neu", lambda done, total: False)
    assert not (tmp_path / "neu").exists()


def test_a_folder_that_is_gone_is_said(office):
    collection, name, _, folder = office
    with pytest.raises(UserError, match="读不了文件夹"):
        collection.read_folder(name, MARCH, folder)


def test_the_urge_list_needs_somebody_who_owes(office, forms, tmp_path, clock):
    collection, name, *_ = office
    with pytest.raises(UserError, match="不用催报"):
        collection.write_urge(name, MARCH, tmp_path)
    noon(clock, date(2026, 3, 27))
    path = collection.write_urge(name, MARCH, tmp_path)
    again = collection.write_urge(name, MARCH, tmp_path)
    assert again != path and Path(path).exists()
