"""A deadline is put off while the work goes on: why is asked for, and the measure says so."""

from datetime import timedelta

from app.domain.ledger.measure import MeasureKind
from app.ui.kit.label import Label
from app.ui.rectify.measure_card import EDIT
from app.ui.rectify.measure_dialog import MeasureDialog


def labels(page):
    return [one.text() for one in page.findChildren(Label) if one.isVisible()]


def test_the_reason_is_asked_for_where_the_deadline_moves_and_the_card_tells_it(ledger, open_issue, dialog):
    issue_id = ledger.working()
    first = ledger.services.issues.get(issue_id).measure(1).deadline
    page = open_issue(issue_id)
    page._desk.act_on_measure(EDIT, 1)
    asked = dialog(page, MeasureDialog)
    assert not asked.reason.isVisible()
    asked.deadline.set_day(first + timedelta(30))
    assert asked.reason.isVisible()
    asked.button("save").click()
    assert "要写明原因" in asked._problem.text()
    asked.reason.setText("县财政局预算延至四季度")
    asked.button("save").click()
    assert ledger.services.issues.get(issue_id).measure(1).deadline == first + timedelta(30)
    assert f"延期 1 次，原 {first}" in labels(page)
    assert ledger.services.issues.history(issue_id)[0].reason == "县财政局预算延至四季度"


def test_another_kind_asks_for_it_too_and_before_the_work_nothing_does(ledger, open_issue, dialog):
    page = open_issue(ledger.working())
    page._desk.act_on_measure(EDIT, 1)
    asked = dialog(page, MeasureDialog)
    asked.kind.set_chosen(MeasureKind.LASTING.name)
    asked._show_kind()
    assert asked.reason.isVisible()
    asked.dismiss()
    planned = open_issue(ledger.planned())
    planned._desk.act_on_measure(EDIT, 1)
    other = dialog(planned, MeasureDialog)
    other.deadline.set_day(ledger.today + timedelta(90))
    assert not other.reason.isVisible()
