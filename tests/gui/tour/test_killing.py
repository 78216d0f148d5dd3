"""A sitting killed in another process: what it acknowledged is there when the data is opened again."""

import shutil
from pathlib import Path

import pytest

from app.bootstrap import open_app
from app.paths import find_paths
from app.ui.tour.killing import sit_and_be_killed


@pytest.mark.usefixtures("qapp")
def test_every_acknowledged_answer_survives_the_kill(tmp_path: Path, compiled_content: Path) -> None:
    paths = find_paths(tmp_path / "data")
    shutil.copytree(compiled_content, paths.cache)
    services = open_app(paths, seed=1)
    services.library.open_newest()
    services.profiles.describe("周明", "", "自己学")
    exam = services.exams.start(services.library.paper("zong-he-mo-ni"), "周明")
    services.exams.pause(exam)
    services.close()

    acknowledged, last = sit_and_be_killed(paths.data, 0, answered=3)

    reopened = open_app(paths)
    found = reopened.exams.unfinished()
    reopened.close()
    assert found is not None and found.id == exam.id
    assert len(acknowledged) >= 3
    for place, answer in acknowledged.items():
        assert found.item(place).answer == answer or (place == last and found.item(place).answered)
