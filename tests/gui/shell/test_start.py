"""What the start may do before its first paint, and what comes after: the design that docs/performance.md measures."""

import json
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from app.paths import program_folder

ROOT = program_folder()

# Runs the product's own start up to its first paint, then says what it has loaded and read.
WATCHED = """
import builtins, io, json, os, sys
read = []
opened, raw = builtins.open, io.open_code
def watched(file, *rest, **more):
    read.append(os.fspath(file) if isinstance(file, (str, os.PathLike)) else "")
    return opened(file, *rest, **more)
builtins.open = io.open = watched
import gc
from pathlib import Path
from app import cli
from app.paths import find_paths
application = cli.make_window(find_paths(Path(sys.argv[1])))
application.window.painted.disconnect()
def tell():
    from PySide6 import QtCore
    print(json.dumps({"modules": sorted(sys.modules), "read": read, "collecting": gc.isenabled(),
                      "namespace": "Qt" in vars(QtCore)}))
    application.window.close()
application.window.painted.connect(tell)
application.run()
"""

LATER = (
    "sqlite3", "sqlite_utils", "yaml", "markdown", "docx", "openpyxl", "numpy", "hashlib", "uuid", "urllib.request",
    "app.bootstrap", "app.storage", "app.packs", "app.services.services", "app.domain.case", "app.domain.question",
    "app.ui.shell.shell", "app.ui.shell.page_factory", "app.ui.kit.page", "app.ui.kit.layouts", "app.ui.home",
)  # fmt: skip


@pytest.fixture(scope="module")
def first_paint(tmp_path_factory: pytest.TempPathFactory) -> dict:
    data = tmp_path_factory.mktemp("data")
    (data / "appearance.json").write_text('{"theme": "dark"}', encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", WATCHED, str(data)], cwd=ROOT, capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 0, done.stderr
    return {**json.loads(done.stdout.splitlines()[-1]), "data": data}


@pytest.mark.parametrize("name", LATER)
def test_it_is_not_imported_before_the_first_paint(first_paint: dict, name: str) -> None:
    assert name not in first_paint["modules"]


def test_qt_s_namespace_of_enumerations_is_not_made_before_the_first_paint(first_paint: dict) -> None:
    assert not first_paint["namespace"]


def test_the_first_paint_reads_of_the_data_nothing_but_appearance_json(first_paint: dict) -> None:
    own = [Path(name) for name in first_paint["read"] if name.startswith(str(first_paint["data"]))]
    assert own == [first_paint["data"] / "appearance.json"]


def test_the_first_paint_reads_of_the_program_nothing_but_its_style_sheet(first_paint: dict) -> None:
    own = [Path(name) for name in first_paint["read"] if name.startswith(str(ROOT)) and "__pycache__" not in name]
    assert {path.name for path in own if path.suffix != ".py"} <= {"app.qss"}


def test_garbage_is_not_collected_during_the_start(first_paint: dict) -> None:
    assert not first_paint["collecting"]


# The same start until 首页 has all that comes to it later, and the content has been found unchanged.
HOME = """
import json, sys
from pathlib import Path
from app import cli
from app.paths import find_paths
application = cli.make_window(find_paths(Path(sys.argv[1])))
steps = []
def watch():
    from PySide6.QtCore import QTimer
    from app.domain.events import ContentReady
    from app.ui.home.home_page import HomePage
    show = HomePage._show_more
    def shown(page):
        show(page)
        more()
    HomePage._show_more = shown
    def more():
        steps.append(application.window.page.facts.key)
        if len(steps) == 2:
            QTimer.singleShot(100, tell)
    def tell():
        print(json.dumps({"modules": sorted(sys.modules), "page": steps[0]}))
        application.window.close()
    fill = application.window.fill
    def filled(services, folder):
        services.bus.subscribe(ContentReady, lambda event: more())
        fill(services, folder)
    application.window.fill = filled
application.window.painted.disconnect()
application.window.painted.connect(lambda: (watch(), application._open()))
application.run()
"""

FOR_SOMEBODY_ELSE = (
    "app.domain.ledger", "app.services.ledger_due_service", "app.storage.ledger_store", "app.domain.live_meeting",
    "app.services.meeting_service", "app.services.deck_service", "app.services.exam_service",
    "app.services.practice_service", "app.packs.content_folder", "app.packs.markdown_cases",
    "app.storage.content_compiler", "yaml",
)  # fmt: skip


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory, data_of_a_person: Path) -> dict:
    """首页 of somebody whose computer holds no meeting and no ledger, and whose content is compiled."""
    data = tmp_path_factory.mktemp("home") / "data"
    shutil.copytree(data_of_a_person, data)
    done = subprocess.run([sys.executable, "-c", HOME, str(data)], cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout.splitlines()[-1])
    assert found["page"] == "home" and "app.ui.home.article_card" in found["modules"]
    return found


@pytest.mark.parametrize("name", FOR_SOMEBODY_ELSE)
def test_a_finished_home_has_not_imported_what_it_has_nothing_to_show_of(home: dict, name: str) -> None:
    assert find_spec(name) and name not in home["modules"]
