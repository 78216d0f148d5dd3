"""The program on a disk that fills up while it works. Run by test_full_disk.py in a process of its own.

    python -m tests.reliability.full_disk FOLDER tmpfs|limit

"tmpfs": FOLDER is a small file system, filled with ballast. "limit": no file may grow any more (RLIMIT_FSIZE).
What happened is printed as one line of JSON.
"""

import json
import resource
import signal
import sys
from contextlib import suppress
from pathlib import Path

from app.domain.errors import UserError
from app.domain.paper import BreakPolicy
from app.services.services import Services
from tests.unit.house import House, case, paper

LONG = "字" * 2_000


class SmallFileSystem:
    """``leave`` bytes stay free."""

    def __init__(self, folder: Path) -> None:
        self._ballast = folder / "ballast"

    def fill(self, leave: int) -> None:
        with self._ballast.open("ab", buffering=0) as file, suppress(OSError):
            while file.write(bytes(65_536)) == 65_536:
                pass
        with self._ballast.open("rb+") as file:
            size = file.seek(0, 2)
            file.truncate(max(0, size - leave))

    def make_room(self) -> None:
        self._ballast.unlink()


class SizeLimit:
    """``leave`` bytes may still be appended to the biggest file."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)

    def fill(self, leave: int) -> None:
        logs = [path.stat().st_size for path in self._folder.rglob("profile.db-wal")]
        self._limit(max(logs, default=0) + leave if leave else 0)

    def make_room(self) -> None:
        self._limit(resource.RLIM_INFINITY)

    def _limit(self, size: int) -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))


def work_until_full(services: Services, disk: SmallFileSystem | SizeLimit) -> dict[str, object]:
    exams, practice = services.exams, services.practice
    exam = exams.start(paper(BreakPolicy.FREE), "考生")
    one = services.library.question("q01")
    assert one is not None
    said, answered, saved = [], 0, 0
    disk.fill(400_000)
    while len(said) < 3:
        try:
            exam = exams.answer(exam, saved % 10 + 1, (f"{saved} {LONG}",))
            saved += 1
            practice.answer(one, (), (f"{saved} {LONG}",))
            answered += 1
        except UserError as error:
            said.append(str(error))
    agree = exams.reload(exam).items == exam.items and practice.state("q01").tries == answered
    reads = bool(services.library.cases()) and bool(services.search.search("绿色通道").hits)
    disk.make_room()
    exam = exams.answer(exam, 10, ("B",))
    answered = practice.answer(one, (), ("B",)).state.tries
    return {
        "said": said,
        "saved": saved,
        "answered": answered,
        "agree": agree,
        "reads": reads,
        "answers": [list(item.answer) for item in exam.items],
        "untouched": services.records.untouched(),
    }


def start_on_a_full_disk(house: House) -> dict[str, object]:
    services = house.open()
    seen: dict[str, object] = {"trouble": services.trouble}
    if not services.library.ready:
        services.library.adopt(services.library.prepare())
    seen["cases"] = len(services.library.cases())
    seen["opened"] = services.study.open(case()).opened_at
    try:
        services.exams.start(paper(BreakPolicy.FREE), "")
    except UserError as error:
        seen["no_exam"] = str(error)
    try:
        services.profiles.describe("王某", "", "")
    except UserError as error:
        seen["no_name"] = str(error)
    services.close()
    return seen


def main(folder: Path, way: str) -> None:
    disk = SmallFileSystem(folder) if way == "tmpfs" else SizeLimit(folder)
    house = House(folder / "data")
    services = house.open()
    result: dict[str, object] = {"work": work_until_full(services, disk)}
    services.close()
    disk.fill(0)
    result["start"] = start_on_a_full_disk(house)
    disk.make_room()
    services = house.open()
    found = services.exams.unfinished()
    result["again"] = {
        "trouble": services.trouble if way == "limit" else "",
        "answers": [list(item.answer) for item in found.items] if found else [],
        "answered": services.practice.state("q01").tries,
        "untouched": services.records.untouched(),
        "half_files": [path.name for path in house.paths.data.rglob("*.part*")],
    }
    services.close()
    sys.stdout.buffer.write(json.dumps(result, ensure_ascii=False).encode())


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
