"""What an issue and a measure must be before they are written down at all; the gates ask for more, later."""

from datetime import date

from app.domain.confidentiality import refuse_graded
from app.domain.errors import UserError
from app.domain.labels import PROBLEM_AREAS, ROOT_CAUSES
from app.domain.ledger.issue import IssueText, Origin
from app.domain.ledger.measure import Measure

MOST_TITLE, MOST_TEXT, MOST_SHORT, MOST_DOCUMENT = 100, 2000, 60, 200


def check_text(text: IssueText) -> None:
    """Raises UserError with the sentence that says what to put right."""
    refuse_graded(text.title, text.detail, text.goal, text.leader, *text.helpers)
    if not text.title.strip():
        raise UserError("请写反馈问题（一句话说清是什么问题）。")
    if len(text.title) > MOST_TITLE:
        raise UserError(f"反馈问题有 {len(text.title)} 字，最多 {MOST_TITLE} 字。细节请写进“具体表现”。")
    for name, written in (("具体表现", text.detail), ("整改目标", text.goal)):
        if len(written) > MOST_TEXT:
            raise UserError(f"{name}有 {len(written)} 字，最多 {MOST_TEXT} 字。请写短一些，或分成两个问题。")
    for name, written in (("责任领导", text.leader), *(("配合单位", helper) for helper in text.helpers)):
        if len(written) > MOST_SHORT:
            raise UserError(f"{name}有 {len(written)} 字，最多 {MOST_SHORT} 字。请写短一些。")
    if text.area not in PROBLEM_AREAS:
        raise UserError("请选这个问题属于哪一类突出问题。")
    if any(cause not in ROOT_CAUSES for cause in text.causes):
        raise UserError("有一条原因不在词表里。请重新选择原因。")


def check_origin(origin: Origin, today: date) -> None:
    """Raises UserError as `check_text`."""
    refuse_graded(origin.document)
    if len(origin.document) > MOST_DOCUMENT:
        raise UserError(f"文件或会议有 {len(origin.document)} 字，最多 {MOST_DOCUMENT} 字。请写短一些。")
    if origin.on is not None and origin.on > today:
        raise UserError(f"来源的日期 {origin.on:%Y-%m-%d} 还没有到。请核对日期。")


def check_measure(measure: Measure, today: date) -> None:
    """Raises UserError as `check_text`."""
    asked = measure.support
    refuse_graded(measure.what, measure.owner, measure.proof, asked.to, asked.answer)
    if not measure.what.strip():
        raise UserError("请写措施：做什么、做到什么程度。")
    for name, written in (("措施", measure.what), ("佐证", measure.proof), ("上级答复", asked.answer)):
        if len(written) > MOST_TEXT:
            raise UserError(f"{name}有 {len(written)} 字，最多 {MOST_TEXT} 字。请写短一些，或分成两条。")
    for name, written in (("责任人", measure.owner), ("报请对象", asked.to)):
        if len(written) > MOST_SHORT:
            raise UserError(f"{name}有 {len(written)} 字，最多 {MOST_SHORT} 字。请写短一些。")
    if measure.due and measure.look_back and measure.look_back < measure.due:
        days = f"{measure.look_back:%Y-%m-%d} 早于完成时限 {measure.due:%Y-%m-%d}"
        raise UserError(f"回头看日期 {days}。请核对：做完以后才回头看。")
    for name, day in (("报请", asked.asked_on), ("答复", asked.answered_on)):
        if day is not None and day > today:
            raise UserError(f"{name}日期 {day:%Y-%m-%d} 还没有到。请核对日期。")
