"""What travels between the PCs of a 单位统考: its file, what candidates hand in, the record of an exam."""

import json
from dataclasses import replace
from pathlib import Path
from random import Random

from app.domain.check_code import read_code
from app.domain.errors import UserError
from app.domain.exam_record_lines import read_record, record_lines
from app.domain.exam_result_lines import read_result
from app.domain.exam_session import ExamSession
from app.domain.unit_exam import BookRule
from app.exports.exam_package_writer import package_body, write_package
from app.packs.exam_package_reader import open_package, read_body, read_header
from app.services.exam_record_check import check_record, read_file
from tests.fuzz import spoilt_bytes, spoilt_json
from tests.fuzz.values import text
from tests.unit.fakes import FakeClock
from tests.unit.house import House
from tests.unit.sat_by_many import sit
from tests.unit.seated import PASSWORD, PEOPLE, window


def spoilt_lines(chance: Random, data: bytes) -> bytes:
    """A file of JSON lines: a line changed, gone, doubled or elsewhere."""
    if chance.random() < 0.25:
        return spoilt_bytes.spoilt(chance, data)
    lines = data.splitlines(keepends=True)
    for _ in range(chance.choice((1, 1, 2))):
        at, kind = chance.randrange(len(lines)), chance.randrange(8)
        if kind == 0 and len(lines) > 1:
            del lines[at]
        elif kind == 1:
            lines.insert(chance.randrange(len(lines)), lines[at])
        elif kind == 2:
            lines[at], lines[0] = lines[0], lines[at]
        elif kind == 3:
            lines[at] = lines[at].rstrip(b"\n") + chance.choice((b"\r\n", b"", b" \n", b"\n\n", b"\0\n"))
        elif lines[at].strip().startswith((b"{", b"[")):
            lines[at] = _line(chance, lines[at]) + b"\n"
    return b"".join(lines)


def _line(chance: Random, line: bytes) -> bytes:
    try:
        return spoilt_json.spoilt_line(chance, line)
    except (ValueError, RecursionError):  # it was spoilt before
        return spoilt_bytes.spoilt(chance, line)


class Hall:
    """A unit exam, one result that somebody handed in, and an exam's record, all of them honest."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.services = House(folder / "组织" / "data", FakeClock()).open()
        desk = House(folder / "考生" / "data", FakeClock()).open()
        paper = self.services.exams.papers()[0]
        made = self.services.unit_exams.make("统考", paper, window(0, 2), window(48, 2), BookRule.CLOSED, PEOPLE)
        self.package = self.services.unit_exams.package(made.id)
        self.sat = sit(
            desk,
            self.package,
            "1001",
            lambda place, question: question.answer[:1] and (question.answer[0].split("|")[0],),
        )
        desk.exam_seats.save_result(self.sat, folder / "周明.jjresult")
        self.result = (folder / "周明.jjresult").read_bytes()
        record = desk.exam_records.as_stored(self.sat)
        self.code, self.record = record.code, record_lines(record).encode()
        desk.close()

    def close(self) -> None:
        self.services.close()


class PackageTarget:
    name, reads = "jjexam", "统考文件（.jjexam），锁着的和打开后的"

    def __init__(self, folder: Path) -> None:
        self._hall = Hall(folder)
        self._sealed = write_package(self._hall.package, PASSWORD)
        self._body = json.loads(package_body(self._hall.package))
        self._other = House(folder / "别处" / "data", FakeClock()).open()

    def close(self) -> None:
        self._hall.close()
        self._other.close()

    def case(self, chance: Random) -> list[str]:
        if chance.random() < 0.5:
            package = read_body(spoilt_json.spoilt_line(chance, spoilt_json.dumped(self._body)))
            for session in ExamSession:  # whatever was taken can be sat and is what is written again
                for person in package.exam.roster[:2]:
                    if package.exam.window_of(session):
                        package.drawn(session, person.key)
            assert read_body(package_body(package)) == package
            return []
        data = self._sealed
        if chance.random() < 0.5:
            line, _, rest = data.partition(b"\n")
            data = spoilt_json.spoilt_line(chance, line) + b"\n" + rest
        else:
            data = spoilt_bytes.spoilt(chance, data)
        header = read_header(data)
        header.title.encode("utf-8", "replace")
        if chance.random() < 0.1:  # a quarter of a second each, on purpose
            password = PASSWORD if chance.random() < 0.7 else text(chance)
            assert open_package(data, password) == self._hall.package and data == self._sealed
        return []


class ResultTarget:
    name, reads = "jjresult", "考生交来的结果文件（.jjresult）"

    def __init__(self, folder: Path) -> None:
        self._hall = Hall(folder)
        self._folder = folder / "收"
        self._folder.mkdir()
        self._honest = read_result(self._hall.result.decode())

    def close(self) -> None:
        self._hall.close()

    def case(self, chance: Random) -> list[str]:
        data = spoilt_lines(chance, self._hall.result)
        for old in self._folder.iterdir():
            old.unlink()
        name = chance.choice(("一份", "一份", "\u202e一份", "\udcb0\udcb8"))
        (self._folder / f"{name}.jjresult").write_bytes(data)
        collected = self._hall.services.unit_exams.collect(self._hall.package.exam.id, self._folder)
        for standing in self._hall.services.unit_exams.standings(self._hall.package.exam.id):
            assert standing.person.key in {one.key for one in PEOPLE}
        if not collected.refused:
            assert read_result(data.decode("utf-8-sig")) == self._honest, "a result that was changed was taken"
        return [f"“{name}”：{reason}。请重新索取。" for name, reason in collected.refused]


class RecordTarget:
    name, reads = "record", "考试核验文件和核验码"

    def __init__(self, folder: Path) -> None:
        self._hall = Hall(folder)
        self._path = folder / "核验.jsonl"
        self._path.write_bytes(self._hall.record)
        self._honest = read_record(self._hall.record.decode())
        assert not check_record(self._hall.code, self._path).problems

    def close(self) -> None:
        self._hall.close()

    def case(self, chance: Random) -> list[str]:
        if chance.random() < 0.2:
            return self._typed(chance)
        self._path.write_bytes(spoilt_lines(chance, self._hall.record))
        found = check_record(self._hall.code, self._path)
        if not found.problems:
            assert read_file(self._path) == self._honest, "a record that was changed was verified"
        return [f"不一致：{'；'.join(found.problems)}。请重新索取。"] if found.problems else []

    def _typed(self, chance: Random) -> list[str]:
        self._path.write_bytes(self._hall.record)
        code = spoilt_bytes.spoilt_text(chance, self._hall.code, ("-", " ", "０", "－", "l")).decode(
            "utf-8", "surrogateescape"
        )
        found = check_record(code, self._path)
        assert bool(found.problems) == (read_code(code) != self._hall.code)
        return [f"不一致：{'；'.join(found.problems)}。请核对。"] if found.problems else []


class MarksTarget:
    name, reads = "marks", "手工得分、延长时间、从 Excel 粘贴的格子"

    def __init__(self, folder: Path) -> None:
        self._hall = Hall(folder)

    def close(self) -> None:
        self._hall.close()

    def case(self, chance: Random) -> list[str]:
        from app.domain.paper_marks import PaperMarks, read_points
        from app.domain.roster_extra_time import with_extra_time

        exam, sections = self._hall.package.exam, self._hall.package.sections()
        if chance.random() < 0.4:
            typed = spoilt_bytes.spoilt_text(chance, "周明 1.5，1002 1.25", ("、", "\n", "倍", "×", "1.25", "李华"))
            people = with_extra_time(PEOPLE, typed.decode("utf-8", "surrogateescape"))
            assert [replace(one, factor=100) for one in people] == [replace(one, factor=100) for one in PEOPLE]
            return []
        pasted = spoilt_bytes.spoilt_text(chance, "12\t8.5\t0\n１２分\t3\t1", ("\t", "\n", ".", "5", "分", "-1", "1e3"))
        told, points = [], []
        for cell, section in zip(pasted.decode("utf-8", "surrogateescape").split("\t"), sections, strict=False):
            try:
                points.append(read_points(cell, section))
            except ValueError as error:
                told.append(str(UserError(str(error))))
                points.append(None)
        points += [None] * (len(sections) - len(points))
        marks = PaperMarks("1001", ExamSession.MAIN, tuple(points))
        self._hall.services.unit_exams.put_marks(exam.id, [marks])
        assert not any(points for points in marks.points) or marks in self._hall.services.unit_exams.marks(exam.id)
        return told
