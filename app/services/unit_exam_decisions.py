"""Deciding which results of a 单位统考 count, and taking a 统考 out of use: each decision is an event of the log."""

from typing import NamedTuple

from app.domain.confidentiality import refuse_graded
from app.domain.errors import UserError
from app.domain.result_decision import Decision, ResultDecision, standing_decisions
from app.domain.sat_result import SatResult
from app.storage.journal import Journal

DECIDED, RETIRED = "unit_exam.decided", "unit_exam.retired"
LONGEST_NAME, LONGEST_WHY = 40, 100


class Retired(NamedTuple):
    """Who took the 统考 out of use, and why."""

    by: str
    why: str

    @property
    def words(self) -> str:
        return f"这次统考已停用（{self.by}：{self.why}），不再收结果、不再发文件。收到的都还在，可以恢复使用。"


class UnitExamDecisions:
    def __init__(self, journal: Journal) -> None:
        """``journal`` is the unit's own."""
        self._journal = journal
        self._known: dict[str, tuple[int, dict[str, ResultDecision]]] = {}
        self._out: tuple[int, dict[str, Retired]] = (-1, {})

    def standing(self, exam_id: str) -> dict[str, ResultDecision]:
        """What stands, by the key of the result; read again only where the log has grown."""
        head = self._journal.head()[0]
        if exam_id not in self._known or self._known[exam_id][0] != head:
            made = [
                ResultDecision(said["person"], said["result"], Decision(said["what"]), said["by"], said["why"])
                for _, _, _, _, said in self._journal.events(DECIDED, exam_id)
            ]
            self._known[exam_id] = head, standing_decisions(made)
        return self._known[exam_id][1]

    def decide(self, exam_id: str, result: SatResult, what: Decision, by: str, why: str = "") -> None:
        """On disk when this returns; earlier decisions stay in the log. Whoever calls sees to it that the result is
        one of this exam's.

        Raises UserError without a name, without a reason for not counting a result, or where nothing stands to undo.
        """
        named, reason = _signed(by, why, needed="写明作废的理由" if what is Decision.VOID else "")
        if what is Decision.UNDONE and result.key not in self.standing(exam_id):
            raise UserError("这一份成绩没有核定过，不用撤销。")
        said = {"person": result.person, "result": result.key, "what": what.value, "by": named, "why": reason}
        with self._journal.record(DECIDED, exam_id, said):
            pass  # the event is the record: there is no projection

    def retired(self) -> dict[str, Retired]:
        """The exams that are out of use, by their id."""
        head = self._journal.head()[0]
        if self._out[0] != head:
            found: dict[str, Retired] = {}
            for _, _, _, exam_id, said in self._journal.events(RETIRED):
                found.pop(exam_id, None)
                if said["retired"]:
                    found[exam_id] = Retired(said["by"], said["why"])
            self._out = head, found
        return self._out[1]

    def retire(self, exam_id: str, by: str, why: str) -> None:
        """Nothing is deleted. Raises UserError without a name and a reason."""
        self._turn(exam_id, True, by, why, "写明停用的理由")

    def restore(self, exam_id: str, by: str) -> None:
        """Raises UserError without a name."""
        self._turn(exam_id, False, by, "", "")

    def refuse_retired(self, exam_id: str) -> None:
        """Raises UserError where the exam is out of use."""
        if (out := self.retired().get(exam_id)) is not None:
            raise UserError(out.words)

    def _turn(self, exam_id: str, retired: bool, by: str, why: str, needed: str) -> None:
        named, reason = _signed(by, why, needed)
        with self._journal.record(RETIRED, exam_id, {"retired": retired, "by": named, "why": reason}):
            pass  # the event is the record: there is no projection


def _signed(by: str, why: str, needed: str) -> tuple[str, str]:
    """Name and reason as they are kept. Raises UserError."""
    named, reason = " ".join(by.split()), " ".join(why.split())
    if not named or len(named) > LONGEST_NAME or not named.isprintable():
        raise UserError(f"请填写是谁决定的，不超过 {LONGEST_NAME} 个字。")
    if needed and not reason:
        raise UserError(f"请{needed}，成绩册的备注里会写上。" if "作废" in needed else f"请{needed}。")
    if len(reason) > LONGEST_WHY or not reason.isprintable():
        raise UserError(f"理由请写在 {LONGEST_WHY} 个字以内，不要有看不见的字符。")
    refuse_graded(named, reason)
    return named, reason
