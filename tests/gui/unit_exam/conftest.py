"""An organiser and a candidate on one PC, with files chosen by the test."""

from datetime import UTC, datetime, timedelta

import pytest

from app.domain.exam_window import ExamWindow
from app.domain.roster_person import RosterPerson
from app.domain.unit_exam import BookRule

PASSWORD = "Mirror2026统考"
PEOPLE = (
    RosterPerson("周明", "社会救助股", "1001"),
    RosterPerson("李华", "办公室", "1002"),
    RosterPerson("王芳", "财务股", "1003"),
)


class ChosenFiles:
    """What the dialogs would give; what they were asked is kept."""

    def __init__(self):
        self.path, self.asked = None, []

    def open(self, parent, title, filters):
        self.asked.append(title)
        return self.path

    def save(self, parent, title, name, filters):
        self.asked.append((title, name))
        return self.path

    def folder(self, parent, title):
        self.asked.append(title)
        return self.path


@pytest.fixture
def files():
    return ChosenFiles()


def around_now(hours=2):
    now = datetime.now(UTC)
    return ExamWindow((now - timedelta(hours=1)).isoformat(), (now + timedelta(hours=hours)).isoformat())


@pytest.fixture
def exam(services):
    paper = services.exams.papers()[0]
    return services.unit_exams.make("2026年度统考", paper, around_now(), None, BookRule.CLOSED, PEOPLE)


@pytest.fixture
def package_file(services, exam, tmp_path):
    path = tmp_path / "统考.jjexam"
    services.unit_exams.write_package(exam.id, PASSWORD, PASSWORD, path)
    return path


@pytest.fixture
def said():
    return []


@pytest.fixture
def went():
    return []


@pytest.fixture
def watched(said, went):
    """Keeps what a page says and where it goes."""

    def watch(page):
        page.message.connect(lambda tone, words: said.append((tone, words)))
        page.navigate.connect(lambda key, argument: went.append((key, argument)))
        return page

    return watch
