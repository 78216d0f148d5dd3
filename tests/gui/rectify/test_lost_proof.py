"""On the page of an issue: a file that is gone is marked wherever it is named, and its scan can be handed in again."""

from app.domain.ledger.approval import Approval
from app.ui.kit.button import Button
from app.ui.kit.paragraph import Paragraph


def shown(page):
    return [one.text() for one in page.findChildren(Paragraph) if one.isVisible()]


def late(page):
    seen = [one for one in page.findChildren(Button) if one.isVisible()]
    return [one for one in seen if one.accessibleName().startswith("补扫描件")]


def test_a_lost_scan_is_marked_and_another_one_taken(ledger, services, open_issue, files, said, qtbot):
    issue_id = ledger.finished()
    (proof,) = services.evidence.of(issue_id)
    scan = services.evidence.add(issue_id, ledger.file("审签表.txt", "签"))
    for step in services.ledger.campaign(ledger.campaign).steps:
        number = "党组会纪要〔2026〕12号" if "会议" in step else ""
        services.issues.approve(issue_id, Approval(step, "周明", "股长", ledger.today, "同意", number, scan))
    assert late(open_issue(issue_id)) == []
    services.evidence.path(scan).unlink()
    services.evidence.path(proof.evidence.id).unlink()
    page = open_issue(issue_id)
    assert shown(page).count("扫描件：审签表.txt（缺失）") == 5
    assert shown(page).count(f"佐证材料：{proof.evidence.name}（缺失）") == 3
    files.path = ledger.file("审签表.txt", "签")
    late(page)[0].click()
    assert "已补登" in said[-1][1]
    qtbot.waitUntil(lambda: shown(page).count("扫描件：审签表.txt（缺失）") == 4)
    assert len(late(page)) == 4
