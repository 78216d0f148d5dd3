"""整改台账: what inspectors open, filter and print."""

from datetime import date, datetime
from io import BytesIO
from zipfile import ZipFile

import pytest
from docx import Document
from docx.enum.section import WD_ORIENTATION
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from app.domain.ledger.issue_state import IssueState
from app.domain.ledger.steps import StoppedError
from app.exports.fitted_rows import fitted_rows, line_count, pieces
from app.exports.ledger_lines import COLUMNS, MEASURE_COLUMNS
from app.exports.ledger_table_document import LedgerTableDocument
from app.exports.ledger_table_file import FOOT, SHEETS, ledger_table_file
from tests.unit.exports.ledger_forms import MADE, extract, headers, long_one, sheet, split_rows, table, two_of_four
from tests.unit.exports.meetings import foot
from tests.unit.exports.papers import text as words
from tests.unit.exports.test_hostile_texts import HOSTILE, everything_is_xml
from tests.unit.ledgers import issue, measure, text

FORM = (
    "序号、反馈问题、具体表现、整改目标、整改措施、责任领导、牵头单位、配合单位、"
    "责任人、完成时限、进展、状态、佐证、销号日期"
)


def test_the_columns_are_those_of_the_form() -> None:
    assert "、".join(COLUMNS) == FORM
    for place, columns in enumerate((COLUMNS, MEASURE_COLUMNS)):
        made = sheet(ledger_table_file(extract(two_of_four())), place)
        assert made.title == SHEETS[place]
        assert tuple(cell.value for cell in made[3]) == columns


def test_an_issue_is_a_row_of_typed_cells() -> None:
    ((number, title, detail, goal, measures, leader, lead, helpers, *rest),) = table(
        ledger_table_file(extract(two_of_four()))
    )
    assert (number, leader, lead, helpers) == (1, "李某", "社会救助股", "殡葬管理所")
    assert title.startswith("存在死亡人员") and detail.startswith("2025年9月") and goal.startswith("停发")
    assert (
        measures.split("\n")[0] == "1. 每月15日比对殡葬火化名单，当月停发死亡对象低保金（限期整改，张某，2026-06-30）"
    )
    assert measures.split("\n")[3].endswith("（长期坚持，回头看 2027-01-05，张某）")
    owners, until, progress, state, proofs, closed = rest
    assert (owners, state, closed) == ("张某、李某", "正在整改", None)
    assert until == "2026-06-30\n长期坚持\n回头看\n2027-01-05"
    assert progress == "措施完成 2/4\n逾期 6 天"
    assert proofs == "1、2. 名单（1 份）\n3、4. 名单（待交）"


def test_a_measure_is_a_row_to_filter_by() -> None:
    rows = table(ledger_table_file(extract(two_of_four())), place=1)
    assert [row[3] for row in rows] == [1, 2, 3, 4]
    assert rows[2][7] == datetime(2026, 6, 30) and rows[2][9] == 6
    assert rows[3][7] == "长期坚持\n回头看\n2027-01-05" and rows[3][9] is None
    assert rows[0][10] == datetime(2026, 3, 2) and rows[0][11] == "已停发3户" and rows[0][13] == 1


def test_a_closed_one_has_its_day_and_a_void_one_its_reason() -> None:
    closed = issue(state=IssueState.CLOSED, closed_on=date(2026, 5, 1))
    void = issue(state=IssueState.VOID, void_reason="重复登记")
    rows = table(ledger_table_file(extract(closed, void)))
    assert rows[0][13] == datetime(2026, 5, 1) and rows[0][10] == "还没有措施"
    assert rows[1][10] == "作废：重复登记" and rows[1][11] == "作废"


def test_it_filters_and_prints_as_it_stands() -> None:
    for place in (0, 1):
        made = sheet(ledger_table_file(extract(two_of_four(), two_of_four())), place)
        assert not made.merged_cells.ranges
        assert made.auto_filter.ref == f"A3:N{5 if place == 0 else 11}" and made.freeze_panes == "C4"
        assert made.print_title_rows == "$3:$3" and made.print_area.startswith("'")
        assert made.page_setup.orientation == "landscape" and made.page_setup.paperSize == 9
        assert made.page_setup.fitToWidth == 1 and made.page_setup.fitToHeight == 0
        assert round(made.page_margins.left * 25.4) == 25
        assert made.oddFooter.left.text == "内部资料，注意保管"
        last = [cell.value for cell in list(made.iter_rows())[-1] if cell.value]
        assert tuple(last) == FOOT


def test_as_an_annex_it_says_so() -> None:
    assert sheet(ledger_table_file(extract(issue()), annex="附件2"))["A1"].value == "附件2"
    assert words(LedgerTableDocument(extract(issue()), MADE, annex="附件2").to_bytes()).startswith("附件2")


def test_a_part_of_the_ledger_does_not_pass_for_the_whole() -> None:
    part = extract(issue(), total=9)
    assert part.count_words() == "共 1 个问题（本专项 9 个问题中的一部分），已销号 0 个。"
    assert part.count_words() in sheet(ledger_table_file(part))["A2"].value
    assert part.count_words() in words(LedgerTableDocument(part, MADE).to_bytes())


@pytest.mark.parametrize("said", ["=1+1", "@SUM(A1)", "+1", "-1", '=HYPERLINK("x")'])
def test_no_text_is_a_formula(said: str) -> None:
    made = sheet(ledger_table_file(extract(issue(measure(), text=text(title=said, detail=said, leader=said)))))
    for cell in (made["B4"], made["C4"], made["F4"]):
        assert cell.value == said and cell.data_type != "f" and cell.quotePrefix and cell.number_format == "@"


@pytest.mark.parametrize("said", HOSTILE, ids=range(len(HOSTILE)))
def test_whatever_was_typed_stands_there_as_words(said: str) -> None:
    one = extract(issue(measure(what=f"写{said}"), text=text(title=f"题{said}", detail=said)))
    data = ledger_table_file(one)
    for part in ZipFile(BytesIO(data)).namelist():
        if part.endswith(".xml"):
            etree.fromstring(ZipFile(BytesIO(data)).read(part))
    assert HOSTILE[said][:300].strip() in "".join(str(row[1]) for row in table(data))
    everything_is_xml(LedgerTableDocument(one, MADE).to_bytes())


def test_a_row_that_no_page_holds_goes_on_in_the_next() -> None:
    """It keeps its number, unit and state, so that it can be filtered; its texts come out whole."""
    one = long_one(4)
    rows = table(ledger_table_file(extract(one)))
    assert len(rows) > 3 and {row[0] for row in rows} == {1} and {row[6] for row in rows} == {"社会救助股"}
    assert [str(row[1]).endswith("（续）") for row in rows] == [False] + [True] * (len(rows) - 1)
    assert "".join(row[2] or "" for row in rows) == one.text.detail
    made = sheet(ledger_table_file(extract(one)))
    assert all(made.row_dimensions[4 + at].height <= 380 for at in range(len(rows)))
    document = LedgerTableDocument(extract(one), MADE).to_bytes()
    assert split_rows(document) == 0 and "（续）" in words(document)


@given(st.text("一二a，\n", max_size=400), st.floats(2, 30), st.integers(4, 30))
@settings(deadline=None)
def test_pieces_are_the_whole_and_none_is_too_long(said: str, room: float, most: int) -> None:
    found = pieces(said, room, most)
    assert "".join(found).replace("\n", "") == said.replace("\n", "")
    assert all(piece.count("\n") < most for piece in found)
    assert len(found) == 1 or line_count(said, room) > most


def test_a_row_that_fits_stays_as_it_is() -> None:
    assert list(fitted_rows((1, "题", "短"), (5, 5, 5), 4, (2,), 1)) == [(1, "题", "短")]


def test_the_document_lies_on_its_side_with_the_same_rows() -> None:
    made = LedgerTableDocument(extract(two_of_four(), long_one()), MADE).to_bytes()
    section = Document(BytesIO(made)).sections[0]
    assert section.orientation == WD_ORIENTATION.LANDSCAPE and round(section.left_margin.mm) == 25
    assert round(section.page_width.mm) == 297
    assert headers(made)[0] and split_rows(made) == 0
    shown = words(made)
    for said in ("措施完成 2/4", "逾期 6 天", "2026-06-30", "填报单位（盖章）：", "填报日期："):
        assert said in shown
    assert "内部资料，注意保管" in foot(made)


def test_it_tells_how_far_it_is_and_stops_when_told() -> None:
    heard: list[tuple[int, int]] = []

    def listen(done: int, total: int) -> bool:
        heard.append((done, total))
        return True

    many = extract(*[issue(measure())] * 120)
    ledger_table_file(many, listen)
    assert heard == [(0, 120), (50, 120), (100, 120), (120, 120)]
    for make in (
        lambda stop: ledger_table_file(many, stop),
        lambda stop: LedgerTableDocument(many, MADE, stop).to_bytes(),
    ):
        with pytest.raises(StoppedError):
            make(lambda done, total: done < 50)
