"""佐证, the trail of signatures, and what becomes of an issue afterwards: 回头看, and one that comes back."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from app.domain.ledger.approval import Approval
from app.domain.ledger.campaign import MEETING_STEP
from app.domain.ledger.issue import Issue
from app.domain.ledger.issue_state import IssueState
from app.domain.ledger.look_back import LookBack, Relapse
from app.domain.ledger.oversight import OversightAct, OversightKind, OversightOpinion
from app.ui.tour.rectify_office import CHIEF, INSPECTOR, OFFICE_HEAD, OFFICES, SUPERVISORS, Office
from app.ui.tour.rectify_texts import FILE_PAPER
from app.ui.tour.rectify_year import RectifyYear
from app.ui.tour.stage import TourError

RESULTS = (
    "46份逐份复核，9份代签、补签的全部重新入户双签，{on}完成。",
    "每周一排定配对，已排{weeks}周，签到照片{photos}张，没有事后补签。",
    "抽看核查表20份、电话回访10户，10户都说来了两个人，{on}已通报。",
)
OTHER_RESULTS = (
    "{on}复核{paper}{count}份，不合要求的{few}份已补正，有对照清单。",
    "规程已修订印发，旧表收回，{on}起全部用新表。",
    "每周抽查5份，缺签字的{few}份当日退回补齐，{on}止每月都有通报。",
    "护理员每班试灯签名，{on}抽看签名表{count}张齐全；复查由另一科室的人拍照销项。",
)
SECOND_RESULTS = (
    "{on}三个岗位分设，系统权限已按岗位重设，有截图。",
    "31件逐件复核完毕，差错{few}件，{on}已纠正。",
    "第二季度由核对中心抽查卷宗30件，{on}报分管领导，没有一人办到底的。",
)
OPINION = "抽看两次，没有发现代签。建议把签到照片与核查表一并归档。"


def sign_days(year: RectifyYear, month: int) -> tuple[date, ...]:
    """The days of the five steps, in order."""
    return tuple(year.day(month, day) for day in (6, 8, 12, 16, 18))


def finish_first(year: RectifyYear, issue_id: str) -> None:
    """March: the proof of every measure; the first through the dialog."""
    stage, issues, evidence = year.stage, year.services.issues, year.services.evidence
    year.on(3, 18)
    sheet = _paper(year, "双签核查表（46份）复核清单.txt", "序号 核查日期 结论\n" + "1 9月3日 重新入户双签\n" * 9)
    photo = _photo(year, "三月签到照片.png", "第三周 周三 两人到场签到")
    year.go("issue", issue_id)
    year.press_with_file("添加文件", photo)
    stage.press("记为完成，措施一")
    year.write("完成情况", RESULTS[0].format(on="3月12日"))
    year.press_with_file("添加文件…", sheet)
    stage.quick_shot("改30-措施记为完成")
    stage.press("记为完成")
    photo_id = next(one.evidence.id for one in evidence.of(issue_id) if one.evidence.name == photo.name)
    report = evidence.add(issue_id, _paper(year, "三月抽看通报.txt", "抽看20份，回访10户，情况如下。"))
    issues.finish_measure(issue_id, 2, RESULTS[1].format(weeks=9, photos=36), (photo_id,))
    issues.finish_measure(issue_id, 3, RESULTS[2].format(on="3月17日"), (report,))
    issues.oversee(issue_id, OversightAct(OversightKind.SUPERVISED, year.day(2, 27)))
    issues.note_opinion(issue_id, OversightOpinion(SUPERVISORS, year.day(3, 17), OPINION))
    if not all(measure.finished for measure in issues.get(issue_id).valid_measures):
        raise TourError("三条措施没有都记为完成")
    year.go("issue", issue_id)
    stage.press("申请核验")
    stage.quick_shot("改31-申请核验")


def close_first(year: RectifyYear, issue_id: str) -> None:
    """April: five steps through the page, each photographed; the last one closes it."""
    stage, issues = year.stage, year.services.issues
    steps = year.services.ledger.campaign(year.campaign).steps
    for place, (step, on) in enumerate(zip(steps, sign_days(year, 4), strict=True)):
        year.on(4, on.day)
        approval = _signature(year, OFFICES[0], step, on)
        year.go("issue", issue_id)
        if place in (0, 3):
            scan = _photo(year, f"审签表扫描件-{place + 1}.png", f"{step}　{approval.name}　{on}")
            year.press_with_file("添加扫描件", scan)
            year.choose("扫描件", scan.name)
        for name, words in (("姓名", approval.name), ("职务", approval.post), ("签署日期", f"{on}")):
            year.write(name, words)
        year.write("意见", approval.opinion)
        if step == MEETING_STEP:
            year.write("会议记录或纪要编号", approval.minutes_number)
        stage.quick_shot(f"改32-销号审签-{place + 1}")
        stage.press("登记这一步")
        if len(issues.get(issue_id).approvals) != place + 1:
            raise TourError(f"“{step}”没有登记上")
    if issues.get(issue_id).closed_on != sign_days(year, 4)[-1]:
        raise TourError("五步都签了，问题没有销号")
    year.go("issue", issue_id)
    stage.shot("改33-已销号")


def take_first_steps(year: RectifyYear, issue_id: str, paper: str, number: int) -> None:
    """A measure is done in time, with its proof."""
    name = f"{paper}{('复核清单', '新表样张')[number - 1]}-{year.services.issues.number_of(issue_id)}.txt"
    proof = year.services.evidence.add(issue_id, _paper(year, name, f"{name}\n" * 9))
    _finish(year, issue_id, paper, (number,), proof)


def close_others(year: RectifyYear, papers: dict[str, str], month: int) -> None:
    """``papers`` by issue. Proof, five steps and closed, all in one month; or held, where it is to be kept at."""
    issues = year.services.issues
    year.on(month, 4)
    for issue_id, paper in papers.items():
        _prove(year, issue_id, paper, month)
    closing = [issue_id for issue_id in papers if issues.get(issue_id).state is IssueState.DONE]
    steps = year.services.ledger.campaign(year.campaign).steps
    for step, on in zip(steps, sign_days(year, month), strict=True):
        year.on(month, on.day)
        for issue_id in closing:
            issues.approve(issue_id, _signature(year, _office(year, issue_id), step, on))


def _prove(year: RectifyYear, issue_id: str, paper: str, month: int) -> None:
    issues = year.services.issues
    issue = issues.get(issue_id)
    name = f"{paper}抽查记录和通报-{issues.number_of(issue_id)}-{month}月.txt"
    proof = year.services.evidence.add(issue_id, _paper(year, name, f"{name}\n{issue.text.title}\n" * month))
    _finish(year, issue_id, paper, tuple(one.number for one in issue.valid_measures if not one.finished), proof)
    lasting = any(measure.look_back for measure in issue.valid_measures)
    issues.hold(issue_id) if lasting else issues.report_done(issue_id)


def _office(year: RectifyYear, issue_id: str) -> Office:
    unit = year.services.issues.get(issue_id).text.lead_unit
    return next(one for one in OFFICES if year.unit_ids[one.name] == unit)


def _finish(year: RectifyYear, issue_id: str, paper: str, numbers: tuple[int, ...], proof: str) -> None:
    issues, today = year.services.issues, year.services.ledger.today()
    results = SECOND_RESULTS if paper == FILE_PAPER else OTHER_RESULTS
    for number in numbers:
        facts = {"on": f"{today.month}月{today.day}日", "paper": paper, "count": 20 + number * 7, "few": number + 1}
        issues.finish_measure(issue_id, number, results[number - 1].format(**facts), (proof,))


def _signature(year: RectifyYear, office: Office, step: str, on: date) -> Approval:
    """Who signs a step on paper, and with what words."""
    place = year.services.ledger.campaign(year.campaign).steps.index(step)
    who = (
        (office.head, "负责人", "措施均已落实，佐证齐全，申请销号。"),
        (office.leader, "分管领导", "情况属实，同意提交核验。"),
        (OFFICE_HEAD, "整改办主任", "现场核验，抽看材料10份，与台账一致，同意提请会议审定。"),
        (CHIEF, "党组书记、局长", "会议审定，同意销号，继续按季抽查。"),
        (OFFICE_HEAD, "整改办主任", "已报派驻组备案。"),
    )[place]
    minutes = f"局党组会议纪要〔{on.year}〕{on.month + 2}号" if step == MEETING_STEP else ""
    return Approval(step, who[0], who[1], on, who[2], minutes)


def look_back_all(year: RectifyYear, kept: tuple[str, ...]) -> None:
    """Whatever is due, but for those whose look back the play shows through the page."""
    issues = year.services.issues
    today = year.services.ledger.today()
    for issue, months, _ in issues.due_look_backs(year.campaign, today):
        if issue.id not in kept:
            issues.look_back(issue.id, _looked(year, issue, months, today))


def _looked(year: RectifyYear, issue: Issue, months: int, today: date) -> LookBack:
    number = year.services.issues.number_of(issue.id)
    done = f"{today.month}月{today.day}日到现场抽看材料{12 + number}份，第二人签字和日期都有，没有补签。"
    public = f"电话回访{6 + number % 5}户，都说按新办法办；意见箱{months}个月收到0件。"
    return LookBack(months, today, f"{OFFICE_HEAD}、{INSPECTOR}", done, Relapse.NONE, public)


def _paper(year: RectifyYear, name: str, text: str) -> Path:
    path = year.folder / name
    path.write_text(text, encoding="utf-8")
    return path


def _photo(year: RectifyYear, name: str, words: str) -> Path:
    """As a phone would take it of a sheet of paper."""
    picture = QImage(900, 640, QImage.Format.Format_RGB32)
    picture.fill(QColor("#f4f1e8"))
    painter = QPainter(picture)
    font = QFont(painter.font())
    font.setPixelSize(34)
    painter.setFont(font)
    painter.setPen(QColor("#333333"))
    painter.drawText(picture.rect(), Qt.AlignmentFlag.AlignCenter, words)
    painter.end()
    path = year.folder / name
    picture.save(str(path))
    return path
