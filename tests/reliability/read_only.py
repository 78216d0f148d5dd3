"""The program as an ordinary user who may not write. Run by test_read_only.py in a process of its own.

    python -m tests.reliability.read_only DATA CONTENT

What happened is printed as one line of JSON.
"""

import json
import os
import sys
import tempfile
from pathlib import Path

from app.bootstrap import open_app
from app.domain.errors import UserError
from app.domain.settings import Appearance
from app.paths import AppPaths
from app.services.services import Services
from tests.unit.house import case

NOBODY = 65534


def import_everything(content: Path) -> None:
    """By one start elsewhere: an ordinary user may not be able to read where Python itself is."""
    with tempfile.TemporaryDirectory() as folder:
        services = open_app(AppPaths(Path(folder, "data"), content, content))
        try_everything(services)
        services.close()


def become_ordinary() -> None:
    if os.geteuid() == 0:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)


def refusal(deed: object, *arguments: object) -> str:
    try:
        deed(*arguments)  # type: ignore[operator]
    except UserError as error:
        return str(error)
    return ""


def main(data: Path, content: Path) -> None:
    import_everything(content)
    become_ordinary()
    services = open_app(AppPaths(data, content, content))
    result = try_everything(services)
    services.close()
    sys.stdout.buffer.write(json.dumps(result, ensure_ascii=False).encode())


def try_everything(services: Services) -> dict[str, object]:
    services.library.open_newest()
    services.library.adopt(services.library.prepare())
    question = services.library.bank()[0]
    return {
        "trouble": services.trouble,
        "first_run": services.profiles.first_run,
        "cases": len(services.library.cases()),
        "hits": len(services.search.search("低保").hits),
        "opened": services.study.open(case()).opened_at,
        "answered": services.practice.answer(question, (), question.answer).state.tries,
        "no_exam": refusal(services.exams.start, services.exams.papers()[0], ""),
        "no_name": refusal(services.profiles.describe, "王某", "", ""),
        "no_appearance": refusal(services.settings.change, Appearance(theme="dark")),
    }


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
