"""Whether a result file belongs to a 单位统考 and to somebody on its roster, and follows from what that person did."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from app.domain.exam_incident import IncidentKind
from app.domain.exam_package import ExamPackage
from app.domain.exam_record import FINISHED, MARKED, RESUMED, STARTED, ExamRecord
from app.domain.exam_replay import UNREADABLE, Replay
from app.domain.exam_result_lines import ResultFile
from app.domain.exam_verification import verify
from app.domain.marking import Verdict
from app.domain.roster_person import RosterPerson
from app.domain.sat_answers import write_answers
from app.domain.sat_result import SatResult
from app.domain.snapshot import serialised

MANY = 3


class ResultCheck:
    """For the files of one package, one after another."""

    def __init__(self, package: ExamPackage) -> None:
        self._package, self._exam = package, package.exam
        self._bodies = {digest: body for body, digest in map(serialised, package.questions)}
        self._places = {question.id: place for place, question in enumerate(package.questions)}

    def check(self, file: ResultFile) -> tuple[SatResult | None, str]:
        """The result, or why it is refused (without a full stop)."""
        seat = file.seat
        if seat.exam_id != self._exam.id:
            return None, "是另一次统考的结果文件"
        person = self._exam.person(seat.person)
        if person is None:
            return None, f"“{seat.person[:20]}”不在这次统考的名单上"
        try:
            record = self._with_questions(file.record)
            found = verify(record, file.code)
            doubts = list(found.problems)
            if found.exam is not None and not doubts:
                doubts += self._strange(file, record, found.exam, person)
            if found.exam is not None and not doubts:
                return self._result(file, record, found.exam), ""
        except UNREADABLE:
            doubts = ["内容不完整，或被改动过"]
        return None, f"{person.name}的结果文件有问题：{'；'.join(doubts[:MANY])}"

    def _with_questions(self, record: ExamRecord) -> ExamRecord:
        """From the package: whatever was asked besides it is missing then."""
        asked = dict.fromkeys(named for named, *_ in record.payloads(STARTED)[0]["questions"])
        return replace(record, questions=tuple(self._bodies[one] for one in asked if one in self._bodies))

    def _strange(self, file: ResultFile, record: ExamRecord, sat: Replay, person: RosterPerson) -> Iterator[str]:
        """What would follow from itself and is not what this person was to sit."""
        exam, seat, started = self._exam, file.seat, record.payloads(STARTED)[0]
        if started.get("seat") != seat.written or record.occasion != exam.title:
            yield "考试记录是另一个人的，或是另一次考试的"
        if sat.candidate != person.name:
            yield f"考试记录上的姓名是“{sat.candidate[:20]}”"
        if sat.paper != exam.paper or started.get("factor") != person.factor:
            yield "试卷的规则或时长与统考文件不同"
        window = exam.window_of(seat.session)
        began = datetime.fromisoformat(record.own[0].utc)
        if window is None or not window.holds(began):
            yield f"开考时间是 {began.astimezone():%Y-%m-%d %H:%M}，不在{seat.session}时段内"
            return
        if datetime.fromisoformat(record.finished_at).tzinfo is None:
            yield "交卷时间不完整"
        drawn = self._package.drawn(seat.session, seat.person)
        expected = [[serialised(one.question)[1], one.score, "".join(one.order)] for one in drawn]
        if started["questions"] != expected or sat.seed != exam.seed(seat.session, seat.person) or sat.avoided:
            yield "题目不是统考文件给这个人抽的那一份"

    def _result(self, file: ResultFile, record: ExamRecord, sat: Replay) -> SatResult:
        """简答 that were marked on the candidate's PC wait for the organiser's markers."""
        items = [replace(item, ticks=()) for item in sat.items]
        kinds = [event.kind for event in record.own]
        finished = record.payloads(FINISHED)[-1]
        sleeps = record.payloads(IncidentKind.SLEPT)
        return SatResult(
            person=file.seat.person,
            session=file.seat.session,
            sitting=f"{record.chain}/{record.exam_id}",
            events=len(kinds),
            score=sum(item.points(sat.paper) for item in items),
            full=sat.full,
            pass_score=sat.paper.pass_score,
            code=file.code,
            started_at=record.own[0].utc,
            finished_at=record.finished_at,
            spent_ms=int(finished["spent_ms"]),
            reason=str(finished["reason"])[:40],
            leaves=kinds.count(IncidentKind.LEFT),
            sleeps=len(sleeps),
            asleep_ms=sum(int(one["asleep_ms"]) for one in sleeps),
            started_again=kinds.count(IncidentKind.STARTED_AGAIN),
            looked_up=kinds.count(IncidentKind.LOOKED_UP),
            jumps=record.jumps,
            resumed=kinds[2:].count(RESUMED),
            markers=tuple(dict.fromkeys(str(one["marker"])[:40] for one in record.payloads(MARKED))),
            unmarked=sum(item.verdict() is Verdict.UNMARKED for item in items),
            answers=write_answers(items, self._places),
        )
