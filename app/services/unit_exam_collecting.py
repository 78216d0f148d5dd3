"""Collecting the result files of a 单位统考: each is checked against the package, then kept."""

from collections.abc import Callable
from pathlib import Path

from app.domain.clock import Clock
from app.domain.collection import Collection
from app.domain.errors import UNSEEN
from app.domain.exam_package import ExamPackage
from app.domain.exam_result_lines import read_result
from app.domain.result_check import ResultCheck
from app.domain.sat_result import SatResult
from app.services.result_folder import result_files
from app.storage.journal import Journal
from app.storage.unit_exam_store import UnitExamStore

MOST_RESULT_BYTES = 4 * 1024 * 1024


class UnitExamCollecting:
    def __init__(
        self, journal: Journal, store: UnitExamStore, clock: Clock, package: Callable[[str], ExamPackage]
    ) -> None:
        """``journal`` is the unit's own; ``package`` gives that of an exam."""
        self._journal, self._store, self._clock, self._package = journal, store, clock, package
        self._checks: dict[str, ResultCheck] = {}

    def collect(self, exam_id: str, folder: Path) -> Collection:
        """Take every result file of a folder and of those in it; what was taken before changes nothing.

        Raises UserError as `result_files` does.
        """
        files, others = result_files(folder)
        numbers = {"taken": 0, "renewed": 0, "known": 0}
        refused: list[tuple[str, str]] = []
        for path in files:
            result, reason = self._read(exam_id, path)
            if result is None:
                refused.append((path.name.translate(UNSEEN), reason))
            else:
                numbers[self._take(exam_id, result)] += 1
        return Collection(**numbers, refused=tuple(refused), others=tuple(name.translate(UNSEEN) for name in others))

    def _read(self, exam_id: str, path: Path) -> tuple[SatResult | None, str]:
        if exam_id not in self._checks:
            self._checks[exam_id] = ResultCheck(self._package(exam_id))
        try:
            with path.open("rb") as file:
                content = file.read(MOST_RESULT_BYTES + 1)
            if len(content) > MOST_RESULT_BYTES:
                return None, "超过 4 MB，不会是一份结果文件"
            return self._checks[exam_id].check(read_result(content.decode("utf-8-sig")))
        except OSError:
            return None, "读不了。请检查权限，或重新拷贝"
        except ValueError:
            return None, "不是完整的结果文件：可能被改动，或在拷贝时截断。请重新索取"

    def _take(self, exam_id: str, result: SatResult) -> str:
        known = self._store.result(exam_id, result.sitting)
        if known is not None and (
            known.events > result.events or (known.events, known.answers) == (result.events, result.answers)
        ):
            return "known"  # as many events but other answers: once collected without the words of a 简答
        facts = {
            "sitting": result.sitting,
            "person": result.person,
            "session": result.session.value,
            "score": result.score,
            "code": result.code,
        }
        with self._journal.record("unit_exam.collected", exam_id, facts):
            self._store.put_result(exam_id, result, self._clock.now().isoformat(timespec="seconds"))
        return "taken" if known is None else "renewed"
