"""Whether the code on a 学习情况记录单 belongs to a file, and what the unit's 成绩册 says of it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.domain.exam_package import ExamPackage
from app.domain.exam_record import STARTED, ExamRecord
from app.domain.exam_record_lines import read_record
from app.domain.exam_replay import UNREADABLE, Replay
from app.domain.exam_result_lines import read_result
from app.domain.exam_seat import ExamSeat
from app.domain.exam_verification import verify
from app.domain.result_check import ResultCheck
from app.domain.sat_result import SatResult
from app.domain.standing import Standing


@dataclass(frozen=True, slots=True)
class SheetCheck:
    """``fits``: code, file and 成绩册 agree; ``words`` say what was found, a sentence or more."""

    fits: bool
    words: str


def check_result_file(package: ExamPackage, found: Sequence[Standing], code: str, text: str) -> SheetCheck:
    """``code`` as `read_code` gives it. Raises ValueError where the text is no result file."""
    file = read_result(text)
    result, reason = ResultCheck(package).check(file)
    if result is None:
        return SheetCheck(False, f"不一致：{reason}。")
    if code != file.code:
        return SheetCheck(False, f"不一致：核验码不是这个文件的，文件的核验码是 {file.code}。{MISCOPIED}")
    return _told(package, found, code, result.person, f"{result.score:g}", bool(result.unmarked))


MISCOPIED = "请核对有没有抄错，或文件是不是这张记录单的。"


def check_record_file(package: ExamPackage, found: Sequence[Standing], code: str, text: str) -> SheetCheck:
    """As `check_result_file`, of a record with its questions."""
    record = read_record(text)
    checked = verify(record, code)
    if checked.problems or checked.exam is None:
        return SheetCheck(False, f"不一致：{'；'.join(checked.problems)}。")
    seat = _seat(record)
    if seat is None or seat.exam_id != package.exam.id or package.exam.person(seat.person) is None:
        return SheetCheck(False, "核验码与文件一致，但这不是这次统考的考试记录：是自测，或是另一次统考的。")
    score, waits = _without_marks(checked.exam)
    return _told(package, found, code, seat.person, f"{score}", waits)


def _told(
    package: ExamPackage, found: Sequence[Standing], code: str, person: str, score: str, waits: bool
) -> SheetCheck:
    """``score``: without what was marked on the candidate's PC."""
    standing = next(one for one in found if one.person.key == person)
    short = "（简答另由组织单位阅卷）" if waits else ""
    fits = f"核验一致：{standing.person.words}，文件里的成绩 {score} 分{short}。"
    same = next((one for one in standing.every if one.code == code), None)
    if same is None:
        return SheetCheck(False, f"{fits}但成绩册里没有这一份成绩。请先收这份结果文件，再核对。")
    return SheetCheck(True, f"{fits}{_in_book(standing, same)}")


def _in_book(standing: Standing, result: SatResult) -> str:
    told = f"成绩册里这一份是 {result.score:g} 分，{result.outcome}"
    if result.unmarked and result.passed:
        told += f"，还有 {result.unmarked} 题待阅"
    if result.markers_here:
        told += f"，简答由{'、'.join(result.markers_here)}阅卷"
    if result in standing.void:
        return f"{told}；这一份已作废，不计。"
    return f"{told}。" if result is standing.counted else f"{told}；计入成绩册的是另一份。"


def _seat(record: ExamRecord) -> ExamSeat | None:
    try:
        return ExamSeat.read(str(record.payloads(STARTED)[0].get("seat", "")))
    except UNREADABLE:
        return None


def _without_marks(exam: Replay) -> tuple[int, bool]:
    """Score, and whether somebody else marks a part of it."""
    items = [replace(item, ticks=()) for item in exam.items]
    return sum(item.points(exam.paper) for item in items), any(one.question.points and one.answered for one in items)
