"""误录清除 of a month's report and of an outcome, where these are seen."""

import pytest

from app.domain.ledger.outcome import Batch, FileReference
from app.ui.rectify.erase_dialog import DONE, ERASE, EraseDialog
from app.ui.rectify.outcome_page import OutcomePage
from app.ui.rectify.report_page import ReportPage

WHY = "误把不该录入的文件录了进来"


def wipe(dialog):
    dialog.reason.setText(WHY)
    dialog.word.setText("清除")
    dialog.button(ERASE).click()


@pytest.fixture
def page(office, watched):
    one = office.services
    return lambda: watched(ReportPage(one.ledger, one.reports, office.key(), erasing=one.erasing))


def test_a_month_that_was_handed_in_can_be_wiped_and_is_missing_again(office, page, dialog, said):
    office.submit()
    shown = page()
    shown.status.erase.click()
    asked = dialog(shown, EraseDialog)
    assert "3 月" in asked.accessibleName() or "3月" in asked.accessibleName()
    wipe(asked)
    assert said[-1] == ("green", DONE)
    assert office.state() != "已报"
    assert shown.form.report().blank
    assert not shown.status.erase.isVisible()


def test_what_is_typed_and_not_kept_yet_goes_too_and_does_not_come_back_when_the_page_is_left(office, page, dialog):
    shown = page()
    cell = shown.form.cells()[0]
    cell.editor.setPlainText("不该写的一句话")
    shown.save()
    cell.editor.setPlainText("不该写的又一句话")
    shown.status.erase.click()
    wipe(dialog(shown, EraseDialog))
    shown.leave()
    assert office.services.reports.sheet(*office.key()).report.blank


def test_an_outcome_can_be_wiped_from_its_line(office, watched, press, dialog, said):
    one = office.services
    entry = FileReference("", office.campaign, Batch.CLUES, "〔2026〕3号", "热线转办", one.ledger.today())
    one.outcomes.add_reference(entry)
    shown = watched(OutcomePage(one.ledger, one.outcomes, erasing=one.erasing))
    press(shown, "误录清除")
    wipe(dialog(shown, EraseDialog))
    assert said == [("green", DONE)]
    assert one.outcomes.references(office.campaign, Batch.CLUES, void=True) == []
