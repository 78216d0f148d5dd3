"""No screen saver and no sleep while a session runs: nobody touches the keyboard during a discussion."""

import contextlib
import ctypes
import os
import sys

_AWAKE = 0x80000000 | 0x00000001 | 0x00000002
"""ES_CONTINUOUS, ES_SYSTEM_REQUIRED, ES_DISPLAY_REQUIRED."""
_AS_BEFORE = 0x80000000
_BUS = "jingjian-awake"
_SAVER = "org.freedesktop.ScreenSaver"
REMINDER = "讨论时没有人动键盘，电脑可能锁屏。请先在系统设置里关掉屏保和自动锁屏。"


def can_hold() -> bool:
    """Whether this system lets a program keep it awake."""
    if sys.platform == "win32":
        return True
    return bool(os.environ.get("DBUS_SESSION_BUS_ADDRESS")) and speaks_dbus()


def speaks_dbus() -> bool:
    """Whether what it takes on Linux is in the program: the rest of Qt works without."""
    try:
        import PySide6.QtDBus  # noqa: F401
    except ImportError:
        return False
    return True


class Awake:
    """`begin`, then `end`; the system takes it back by itself if the program dies in between."""

    def begin(self) -> None:
        if sys.platform == "win32":
            ctypes.windll.kernel32.SetThreadExecutionState(_AWAKE)
        elif can_hold():
            self._inhibit()

    def end(self) -> None:
        if sys.platform == "win32":
            ctypes.windll.kernel32.SetThreadExecutionState(_AS_BEFORE)
        elif can_hold():
            from PySide6.QtDBus import QDBusConnection

            QDBusConnection.disconnectFromBus(_BUS)

    def _inhibit(self) -> None:
        """For as long as this connection is open; no answer is waited for."""
        from PySide6.QtDBus import QDBusConnection, QDBusMessage

        bus = QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, _BUS)
        if not bus.isConnected():
            return
        for path in ("/org/freedesktop/ScreenSaver", "/ScreenSaver"):
            call = QDBusMessage.createMethodCall(_SAVER, path, _SAVER, "Inhibit")
            call.setArguments(["镜鉴", "正在投影"])
            with contextlib.suppress(RuntimeError):
                bus.send(call)
