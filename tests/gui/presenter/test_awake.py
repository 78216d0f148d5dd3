"""The screen stays on while a session runs, where the system lets a program ask for that; else the leader is told."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from app.domain.presenter_options import PresenterOptions
from app.ui.presenter.awake import REMINDER, Awake, can_hold
from app.ui.presenter.screens import Screens
from app.ui.presenter.start_dialog import StartDialog
from tests.gui.presenter.page_help import labels

TOOLS = ("dbus-run-session", "dbus-monitor")
PLAY = """
import subprocess, time
from PySide6.QtCore import QCoreApplication
from app.ui.presenter.awake import Awake
application = QCoreApplication([])
monitor = subprocess.Popen(["dbus-monitor", "--session"], stdout=subprocess.PIPE, text=True)
monitor.stdout.readline()
time.sleep(0.5)
awake = Awake()
awake.begin()
time.sleep(0.5)
awake.end()
time.sleep(0.5)
monitor.terminate()
print(monitor.communicate()[0])
"""


@pytest.mark.skipif(not all(map(shutil.which, TOOLS)), reason="no message bus on this machine")
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Linux asks over the message bus")
def test_the_screen_saver_is_asked_to_wait_until_the_session_is_over():
    here = Path(__file__).parents[3]
    run = ["dbus-run-session", "--", sys.executable, "-c", PLAY]
    heard = subprocess.run(run, cwd=here, capture_output=True, text=True, timeout=60, check=True).stdout
    asked, over = heard.index("member=Inhibit"), heard.rindex("NameOwnerChanged")
    assert "正在投影" in heard and asked < over  # the connection that asked is gone at the end


def test_without_a_message_bus_nothing_is_asked_and_the_leader_is_told(dressed, qtbot, screens, monkeypatch):
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    if can_hold():
        pytest.skip("this system needs no message bus")
    Awake().begin()
    Awake().end()
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    dialog = StartDialog(window, Screens(screens, "LAPTOP"), PresenterOptions())
    dialog.open()
    assert REMINDER in labels(window)
    dialog.dismiss()
