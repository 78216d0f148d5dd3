"""What an exam leaves behind for others: its 学习情况记录单 and the record with which it can be checked."""

from collections.abc import Sequence
from pathlib import Path

from app.domain.clock import Clock
from app.domain.errors import DamagedDataError, UserError
from app.domain.exam import Exam, ExamState
from app.domain.exam_record import ExamRecord, with_foreign_folded
from app.domain.exam_record_lines import record_lines
from app.domain.exam_release import withheld
from app.domain.exam_replay import Replay
from app.domain.exam_verification import verify
from app.domain.record_sheet import RecordSheet, record_sheet
from app.services.appearance_file import write_beside
from app.storage.exam_store import ExamStore
from app.storage.journal import Journal
from app.storage.question_store import QuestionStore

SELF_TEST = "自测不出学习情况记录单。只有本单位组织的统考才出。"
UNFINISHED = "这场考试还没有交卷，不能出记录单。请先交卷。"
RECORD_LATER = "统考还没有全部结束。核验文件里有试题和答案，{} 以后可以保存。"
BY_UNIT = "这场统考有简答，由组织单位统一阅卷。学习情况记录单由组织单位在阅卷以后出具。"
UNMARKED = "还有 {} 道题没有阅卷，不能出记录单。请在阅卷完成以后再试。"
DISAGREES = (
    "这场考试的成绩与逐条保存的考试记录不一致（{}），不能出记录单。请关闭程序，把数据文件夹复制一份，交给考试组织人员。"
)


class ExamRecordService:
    def __init__(self, journal: Journal, exams: ExamStore, questions: QuestionStore, clock: Clock) -> None:
        self._journal, self._exams, self._questions, self._clock = journal, exams, questions, clock

    def sheet(self, exam: Exam, unit: str) -> RecordSheet:
        """Without shares by topic while the keys are held back.

        Raises UserError for a self-test, an exam that is not marked yet, a score that the candidate may not see yet,
        or records that contradict one another.
        """
        held = withheld(exam.release, self._clock.now())
        if held is not None and not held.score:
            raise UserError(held.words)
        return record_sheet(exam, unit, self._checked(exam), held)

    def record(self, exam: Exam) -> ExamRecord:
        """Raises UserError as `sheet` does, and while the keys are held back: they are in it."""
        if held := withheld(exam.release, self._clock.now()):
            raise UserError(RECORD_LATER.format(held.when))
        return self._checked(exam)

    def _checked(self, exam: Exam) -> ExamRecord:
        if not exam.occasion:
            raise UserError(SELF_TEST)
        if exam.state is not ExamState.FINISHED:
            raise UserError(UNFINISHED)
        if exam.marked_by_unit:
            raise UserError(BY_UNIT)
        if exam.unmarked:
            raise UserError(UNMARKED.format(len(exam.unmarked)))
        record = self._gathered(exam)
        found = verify(record)
        doubts = list(found.problems) or [f"{what}不同" for what in _differences(found.exam, exam)]
        if doubts:
            raise DamagedDataError(DISAGREES.format("；".join(doubts)))
        return record

    def as_stored(self, exam: Exam) -> ExamRecord:
        """Marked or not, and not checked: whoever collects it does that. Raises UserError before it is handed in."""
        if exam.state is not ExamState.FINISHED:
            raise UserError(UNFINISHED)
        return self._gathered(exam)

    def save_pdf(self, path: Path, pdf: bytes) -> None:
        """Whole or not at all. Raises UserError where it cannot be written."""
        write_beside(path, pdf)

    def export(self, exam: Exam, path: Path) -> None:
        """Write the record with which the sheet can be checked. Raises UserError, also where nothing was written."""
        write_beside(path, record_lines(self.record(exam)))

    def _gathered(self, exam: Exam) -> ExamRecord:
        previous, stretch = self._journal.stretch(exam.id)
        return ExamRecord(
            chain=self._journal.chain,
            exam_id=exam.id,
            previous=previous,
            finished_at=exam.finished_at,
            jumps=exam.clock.jumps,
            paper=self._exams.paper_text(exam.id),
            questions=self._bodies(self._exams.question_hashes(exam.id)),
            events=with_foreign_folded(exam.id, stretch),
        )

    def _bodies(self, hashes: Sequence[str]) -> tuple[str, ...]:
        """The stored texts, each once, in order of their first place."""
        return tuple(self._questions.body(one) for one in dict.fromkeys(hashes))


def _differences(replayed: Replay | None, exam: Exam) -> list[str]:
    """What the tables say otherwise than the log."""
    if replayed is None:
        return []
    pairs = {
        "姓名": (replayed.candidate, exam.candidate),
        "考试名称": (replayed.occasion, exam.occasion),
        "作答": ([item.answer for item in replayed.items], [item.answer for item in exam.items]),
        "阅卷": ([item.ticks for item in replayed.items], [item.ticks for item in exam.items]),
        "成绩": (replayed.score, exam.total),
        "用时": (replayed.spent_ms, exam.clock.spent_ms),
        "交卷方式": (replayed.reason, exam.finish_reason),
    }
    return [what for what, (logged, stored) in pairs.items() if logged != stored]
