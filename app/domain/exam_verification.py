"""Whether an exam's record is whole, follows from itself, and belongs to a check code; every doubt in words."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.exam_incident import IncidentKind
from app.domain.exam_record import ANSWERED, FINISHED, MARKED, STARTED, ExamRecord
from app.domain.exam_replay import UNREADABLE, Replay, digest, replay
from app.domain.recorded_event import RecordedEvent

_MOST = 6
_NAMES: dict[str, str] = {
    STARTED: "（开考）",
    ANSWERED: "（作答）",
    FINISHED: "（交卷）",
    MARKED: "（阅卷）",
    IncidentKind.LEFT: "（离开窗口）",
    IncidentKind.SLEPT: "（休眠）",
    IncidentKind.STARTED_AGAIN: "（又打开程序）",
    IncidentKind.LOOKED_UP: "（查法规）",
}


@dataclass(frozen=True, slots=True)
class Verification:
    """``exam`` is None where the record makes none; no ``problems`` means that everything fits."""

    exam: Replay | None
    problems: tuple[str, ...]


def verify(record: ExamRecord, code: str = "") -> Verification:
    """``code`` as `read_code` gives it; without one only the record itself is looked at."""
    problems = [*_shape(record), *_links(record)]
    exam: Replay | None = None
    try:
        problems += _wordings(record)
        exam = replay(record)
        if exam.score != exam.said:
            problems.append(f"按作答重新计分是 {exam.score} 分，记录的成绩是 {exam.said} 分")
    except UNREADABLE:
        problems.append("试卷、原题或作答不完整，不能重新计分")
    if code and code != record.code:
        problems.append(_code_words(record, bool(problems)))
    return Verification(exam, tuple(problems))


def _code_words(record: ExamRecord, other_problems: bool) -> str:
    if other_problems:
        return "核验码与文件内容不符"
    return (
        "核验码与文件内容不符，而文件前后一致：核验码抄错了，或者文件不是这张记录单的，或者记录在出单以后被整个改写过"
    )


def _shape(record: ExamRecord) -> Iterator[str]:
    kinds = [event.kind for event in record.own]
    if kinds[:1] != [STARTED] or record.events[0] is not record.own[0]:
        yield "开头不是开考记录：文件缺了开头"
    if FINISHED not in kinds:
        yield "末尾没有交卷记录：文件被截短"
    if kinds.count(STARTED) > 1 or kinds.count(FINISHED) > 1:
        yield "开考或交卷的记录不止一条"
    if FINISHED in kinds and ANSWERED in kinds[kinds.index(FINISHED) :]:
        yield "交卷以后还有作答"
    if any(event.object != record.exam_id for event in record.own):
        yield "混有另一场考试的记录"
    if record.events and not isinstance(record.events[-1], RecordedEvent):
        yield "末尾不是这场考试的记录"


def _links(record: ExamRecord) -> list[str]:
    """Where the chain is broken, each place once."""
    found = []
    before, expected = record.previous, 0
    for event in record.events:
        if expected and event.seq != expected:
            found.append(f"第 {event.seq} 条记录的序号不对：记录被增删或调换")
        if isinstance(event, RecordedEvent):
            if event.payload is None:
                found.append(f"第 {event.seq} 条记录{_what(event)}的内容已被清除，无法复核")
            elif event.inner() != event.payload_hash:
                found.append(f"第 {event.seq} 条记录{_what(event)}的内容被改动")
            elif event.follows(before, record.chain) != event.hash:
                found.append(f"第 {event.seq} 条记录{_what(event)}与前面的接不上：记录被增删、调换或改动")
            expected = event.seq + 1
        else:
            if event.last < event.seq:
                found.append(f"第 {event.seq} 条记录的序号不对：记录被增删或调换")
            expected = event.last + 1
        before = event.hash
    return found if len(found) <= _MOST else [*found[:_MOST], f"同类问题共 {len(found)} 处"]


def _what(event: RecordedEvent) -> str:
    return _NAMES.get(event.kind, "")


def _wordings(record: ExamRecord) -> Iterator[str]:
    """The questions must be those of the start, each once, in order of their first place."""
    wanted = list(dict.fromkeys(named for named, *_ in record.payloads(STARTED)[0]["questions"]))
    found = [digest(body) for body in record.questions]
    if found == wanted:
        return
    wrong = [place for place, named in enumerate(wanted, 1) if named not in found]
    if wrong:
        yield f"开考时的原题有 {len(wrong)} 道缺失或被改动"
    else:
        yield "原题被增加或调换"
