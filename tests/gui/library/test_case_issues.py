"""From a case to what the unit has found by it; while nothing was found, nothing of 改 is there."""

import subprocess
import sys
from datetime import timedelta

import pytest

from app.domain.ledger.dimension import Dimension
from app.domain.ledger.issue import IssueSource, IssueText, Origin
from app.ui.kit.button import Button
from app.ui.kit.drawer import Drawer
from app.ui.library.case_issues_line import CaseIssuesLine
from app.ui.library.case_page import CasePage
from tests.gui.library.conftest import CASE_ID


@pytest.fixture
def found(services):
    """Adds an issue that was found by the case; its id."""
    day = services.ledger.today()
    campaign = services.ledger.open_campaign("低保审批专项", day - timedelta(days=9), day + timedelta(days=90))

    def add(title, case=CASE_ID):
        text = IssueText(title, "", "", Dimension.OVERSIGHT, "malfeasance")
        return services.issues.add(campaign, text, Origin(IssueSource.CASE, case=case))

    return add


@pytest.fixture
def went():
    return []


@pytest.fixture
def opened(services, show_page, went):
    pages = []

    def build():
        one = services
        page = CasePage(
            *(one.library, one.study, one.annotations, one.practice, one.settings, CASE_ID),
            issues=one.case_issues.of,
        )
        page.navigate.connect(lambda key, argument: went.append((key, argument)))
        pages.append(page)
        show_page(page, (1278, 712))
        return page

    yield build
    for page in pages:
        page.leave()


def test_one_issue_is_opened_at_a_press_before_the_gate_is_answered(found, opened, went):
    issue = found("亲属申请没有回避登记")
    line = opened().findChild(CaseIssuesLine)
    assert line.isVisible() and line.link.label() == "本单位由此查找的问题 1 项"
    line.link.click()
    assert went == [("issue", issue)]


def test_of_several_one_is_chosen(found, opened, went, nameless_stops):
    found("亲属申请没有回避登记")
    second = found("公示栏没有拍照")
    found("与别的案例有关", "builtin/case/another")
    page = opened()
    line = page.findChild(CaseIssuesLine)
    assert line.link.label() == "本单位由此查找的问题 2 项"
    line.link.click()
    drawer = page.window().findChild(Drawer)
    assert nameless_stops(page.window()) == []
    go = [one for one in drawer.findChildren(Button) if one.accessibleName().startswith("打开问题")]
    go[1].click()
    assert [one.accessibleName() for one in go] == ["打开问题 1　亲属申请没有回避登记", "打开问题 2　公示栏没有拍照"]
    assert went == [("issue", second)]


def test_where_nothing_was_found_there_is_no_line(opened):
    assert opened().findChild(CaseIssuesLine) is None


def test_asking_imports_nothing_of_the_ledger():
    told = "import sys; import app.services.case_issue_service, app.ui.library.case_page; print(*sys.modules)"
    made = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    assert "app.ui.library.case_issues_line" in made.stdout
    assert not [name for name in made.stdout.split() if ".ledger" in name or ".rectify" in name]
