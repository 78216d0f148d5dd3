"""A draft is not in the ledger before the head of its unit has confirmed it: not counted, listed or written out."""

import pytest

from app.domain.ledger.issue_state import IssueState
from app.ui.kit.label import Label
from app.ui.kit.paragraph import Paragraph
from app.ui.rectify.ledger_export_menu import NOTHING
from app.ui.rectify.ledger_exports import LedgerExports
from app.ui.rectify.ledger_filter import LedgerFilter


class Written(LedgerExports):
    """What would have been written; nothing is."""

    def __init__(self):
        self.ids = None

    def choices(self):
        return (("xlsx", "整改台账"),)

    def suggested_name(self, key, campaign_id):
        return "台账.xlsx"

    def write(self, key, campaign_id, issue_ids, heads, path):
        self.ids, self.heads = tuple(issue_ids), tuple(heads)


@pytest.fixture
def exports():
    return Written()


@pytest.fixture
def page(ledger, open_ledger, exports, tmp_path):
    """Two issues that are established, numbers 1 and 3, and drafts 2 and 4."""
    for title, confirmed in (("甲", True), ("草稿一", False), ("乙", True), ("草稿二", False)):
        ledger.issue(title, confirmed)
    made = open_ledger(exports=exports)
    made._export._where = lambda parent, name: tmp_path / name
    return made


def titles(page):
    return sorted(row.title for row in page._shown)


def test_the_table_lists_and_counts_what_is_confirmed_and_says_how_many_drafts_wait(page, went, ledger, press):
    assert titles(page) == ["乙", "甲"]
    labels = [one.text() for one in page._strip.findChildren(Label) if one.isVisible()]
    assert labels[0] == "2" and page._strip.drafts.label() == "2 条草稿待确认"
    assert page._gaps.text() == "序号 2、4 待负责人确认，不在内。"
    press(page, "2 条草稿待确认")
    assert went[-1] == ("drafts", ledger.campaign)


def test_they_are_seen_on_the_board_and_where_one_asks_for_them(page):
    page._choose_view("board")
    assert titles(page) == ["乙", "甲", "草稿一", "草稿二"] and not page._gaps.isVisible()
    page._choose_view("table")
    assert titles(page) == ["乙", "甲"]
    page._filter.set_filter(LedgerFilter(state=IssueState.DRAFT.value))
    assert titles(page) == ["草稿一", "草稿二"]


def test_no_view_writes_them_out(page, exports, said, services):
    ids = {row.id for row in services.ledger.rows(page._campaign.id) if row.state is not IssueState.DRAFT}
    for view in ("table", "board"):
        page._choose_view(view)
        page._export.write("xlsx")
        assert set(exports.ids) == ids and sum(count for _, count in exports.heads) in (0, 2)
    exports.ids = None
    page._choose_view("table")
    page._filter.set_filter(LedgerFilter(state=IssueState.DRAFT.value))
    page._export.write("xlsx")
    assert exports.ids is None and said[-1] == ("amber", NOTHING)


def test_where_there_are_drafts_only_the_way_leads_to_them(ledger, open_ledger, press, went):
    ledger.issue("草稿", confirmed=False)
    page = open_ledger()
    assert any("1 条草稿" in one.text() for one in page._views.findChildren(Paragraph) if one.isVisible())
    press(page, "去确认草稿")
    assert went[-1] == ("drafts", ledger.campaign)
