"""The figures of a campaign are never cut off: where it is narrow, the rule beside them gives way."""

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication

from app.domain.ledger.campaign import Campaign
from app.domain.ledger.issue_row import IssueRow
from app.domain.ledger.issue_state import IssueState
from app.ui.kit.label import Label
from app.ui.rectify.ledger_strip import LedgerStrip
from app.ui.tour.stage import children
from tests.unit.ledgers import issue

DAY = date(2026, 12, 27)


@pytest.mark.parametrize("width", [820, 1240])
def test_no_figure_and_no_word_is_cut_off(qtbot, width: int) -> None:
    strip = LedgerStrip()
    qtbot.addWidget(strip)
    drafts = [IssueRow.of(issue(id=f"i{number}", state=IssueState.DRAFT), number) for number in range(1, 38)]
    strip.show_rows(drafts, Campaign("c", "临时救助资金监管专项", date(2026, 1, 1), date(2026, 12, 31)), DAY)
    strip.resize(width, 60)
    strip.show()
    QApplication.processEvents()
    strip.show_reported((15, 18), DAY)  # counted after the page stands
    QApplication.processEvents()
    shown = [one for one in children(strip, Label) if one.isVisible()]
    assert "15/18" in [one.text() for one in shown]
    assert [one.text() for one in shown if one.width() < one.sizeHint().width()] == []
    assert strip.drafts.label() == "37 条草稿待确认" and strip.drafts.width() >= strip.drafts.sizeHint().width()
