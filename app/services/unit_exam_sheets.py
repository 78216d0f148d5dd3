"""What the organiser hands out of a 单位统考 and checks again: the 学习情况记录单 of collected results."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

from app.domain.check_code import read_code
from app.domain.clock import Clock
from app.domain.collected_sheet import collected_sheet
from app.domain.errors import DamagedDataError, UserError
from app.domain.exam_package import ExamPackage
from app.domain.exam_release import withheld
from app.domain.record_sheet import TITLE, RecordSheet
from app.domain.roster_person import RosterPerson
from app.domain.sat_result import ResultSource, SatResult
from app.domain.sheet_check import SheetCheck, check_record_file, check_result_file
from app.domain.standing import Standing
from app.services.document_folder import safe_name, shortened, write_together
from app.services.exam_record_check import read_bytes
from app.services.unit_exam_marking import DAMAGED

NOTHING = "{}还没有计入成绩册的机考成绩，不能出记录单。"
ON_PAPER = "{}计入的是纸质卷成绩，没有考试记录，不能出记录单。"
UNMARKED = "{}还有 {} 道简答没有阅，阅完再出记录单。"
NOT_KEPT = "{}的结果是较早收的，没有留下作答。请把结果文件再收一次，再出记录单。"
SCORE_LATER = "这次统考的成绩要到 {} 以后才公布，那以后再出记录单。"
NO_CODE = "核验码应是四组，每组四个字母或数字。请对照记录单再输一次。"
NO_FILE = "“{}”不是完整的结果文件（.jjresult）或核验文件（.jsonl）：可能选错了，或被改动、截断。请重新索取。"


class UnitExamSheets:
    def __init__(
        self, package: Callable[[str], ExamPackage], standings: Callable[[str], list[Standing]], clock: Clock
    ) -> None:
        """``package`` and ``standings`` give those of an exam."""
        self._package, self._standings, self._clock = package, standings, clock

    def sheet(self, exam_id: str, person: str, unit: str) -> RecordSheet:
        """Of the result that counts. ``person``: key on the roster; ``unit``: the organiser's.

        Raises UserError where there is none, not everything is marked, or the score is not told yet.
        """
        package = self._package(exam_id)
        found = next((one for one in self._standings(exam_id) if one.person.key == person), None)
        if found is None:
            raise UserError("名单里没有这个人。请回到成绩册重新选择。")
        return self._sheet(package, found, unit)

    def every_sheet(
        self, exam_id: str, unit: str
    ) -> tuple[list[tuple[RosterPerson, RecordSheet]], list[tuple[RosterPerson, str]]]:
        """Of everybody who can have one, and why others cannot; whoever has sat nothing is in neither."""
        package = self._package(exam_id)
        made, refused = list[tuple[RosterPerson, RecordSheet]](), list[tuple[RosterPerson, str]]()
        for one in self._standings(exam_id):
            if one.counted is None:
                continue
            try:
                made.append((one.person, self._sheet(package, one, unit)))
            except DamagedDataError:
                raise
            except UserError as error:
                refused.append((one.person, str(error)))
        return made, refused

    def write(self, folder: Path, files: Mapping[str, bytes]) -> list[Path]:
        """All of them or none. Raises UserError where they cannot be written."""
        return write_together(folder, files)

    def check(self, exam_id: str, code: str, path: Path) -> SheetCheck:
        """Whether a sheet's code belongs to a file, and what the 成绩册 says of it. ``path``: .jjresult or .jsonl.

        Raises UserError where the code cannot be one, or the file is neither.
        """
        try:
            wanted = read_code(code)
        except ValueError as error:
            raise UserError(NO_CODE) from error
        text = _text(path)
        package, found = self._package(exam_id), self._standings(exam_id)
        for check in (check_result_file, check_record_file):
            with suppress(ValueError):
                return check(package, found, wanted, text)
        raise UserError(NO_FILE.format(path.name))

    def _sheet(self, package: ExamPackage, standing: Standing, unit: str) -> RecordSheet:
        name, result = standing.person.name, standing.counted
        held = withheld(package.exam.release.written, self._clock.now())
        if held is not None and not held.score:
            raise UserError(SCORE_LATER.format(held.when))
        if result is None:
            raise UserError(NOTHING.format(name))
        if fault := _fault(name, result):
            raise UserError(fault)
        try:
            return collected_sheet(package, result, unit, held)
        except (ValueError, TypeError, IndexError) as error:
            raise DamagedDataError(DAMAGED) from error


def sheet_name(person: RosterPerson) -> str:
    """A name for the file of this person's sheet."""
    told = "-".join(safe_name(part) for part in (person.name, person.number or person.department) if part)
    return shortened(f"{TITLE}-{told}.pdf")


def _fault(name: str, result: SatResult) -> str:
    if result.source is ResultSource.PAPER:
        return ON_PAPER.format(name)
    if not result.answers:
        return NOT_KEPT.format(name)
    return UNMARKED.format(name, result.unmarked) if result.unmarked else ""


def _text(path: Path) -> str:
    try:
        return read_bytes(path).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UserError(NO_FILE.format(path.name)) from error
