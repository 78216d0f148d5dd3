"""What the self-test writes so that every page has something to show."""

from datetime import timedelta

from app.domain.ledger.dimension import Dimension
from app.domain.ledger.issue import IssueSource, IssueText, Origin
from app.domain.meeting import MeetingKind
from app.services.services import Services

UNIT = "救助科"


def page_arguments(services: Services) -> dict[str, object]:
    """What the pages that open one thing are to open, by the key of the page."""
    case = services.library.cases()[0].id
    questions = {"title": "自检", "question_ids": [question.id for question in services.library.bank()[:3]]}
    return {
        "case": case,
        "search": "低保",
        "practice_round": questions,
        "review_round": questions,
        "exam": services.exams.start(services.library.papers()[0], "自检").id,
        "paper_edit": services.paper_editor.new(),
        **dict.fromkeys(("unit_exam_book", "unit_exam_marks", "unit_exam_short"), services.unit_exams.exams()[0][0]),
        "deck_edit": services.decks.make(case).id,
        "meeting_edit": services.meetings.plan(MeetingKind.LECTURE, "自检", "某县民政局").id,
        **_ledger(services, case),
    }


def _ledger(services: Services, case: str) -> dict[str, object]:
    ledger, today = services.ledger, services.ledger.today()
    unit = ledger.add_unit(UNIT)
    campaign = ledger.open_campaign("自检专项", today - timedelta(days=10), today + timedelta(days=100))
    area = services.library.case(case).problems[0]
    text = IssueText("入户核查只有一人到场", "抽查20份核查表，3份只有一人签名。", "", Dimension.OVERSIGHT, area)
    issue = services.issues.add(campaign, text, Origin(IssueSource.OTHER))
    check = services.self_checks.begin(campaign, unit, case)
    return {"issue": issue, "self_check_sheet": check.id, "drafts": campaign, "post_risk": unit, "findings": campaign}
