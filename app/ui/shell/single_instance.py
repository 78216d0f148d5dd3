"""One window for each data folder: a second start brings the first one's window forward, with the file it was given.

The first leaves the name of its socket (Windows: its pipe) in ``running``. The second start asks there before it loads
Qt; where nobody answers, the note is an old one and it starts as usual. Who may write is decided by the lock of the
database, not by this.
"""

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject

NOTE = "running"
PATIENCE = 3.0
LONGEST = 4096


def bring_forward(data: Path, file: Path | None = None) -> bool:
    """Ask the program that is running on this data folder to come forward; whether it answered.

    Costs one look for a file where none is running.
    """
    note = data / NOTE
    if not os.path.exists(note):
        return False
    try:
        address = note.read_text(encoding="utf-8").strip()
        message = f"{file.absolute() if file else ''}\n".encode()
        return _ask_pipe(address, message) if sys.platform == "win32" else _ask_socket(address, message)
    except (OSError, UnicodeDecodeError):
        return False


def _ask_socket(address: str, message: bytes) -> bool:
    import socket

    with socket.socket(socket.AF_UNIX) as line:
        line.settimeout(PATIENCE)
        line.connect(address)
        line.sendall(message)
        return line.recv(16) != b""


def _ask_pipe(address: str, message: bytes) -> bool:
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(-1)  # else Windows only lets the task bar blink
    with open(address, "r+b", buffering=0) as line:
        line.write(message)
        return line.read(1) != b""


class SingleInstance:
    """The side of the program that is running. What cannot be set up costs only the coming forward."""

    def __init__(self, data: Path, come_forward: "Callable[[Path | None], None]", parent: "QObject") -> None:
        from PySide6.QtNetwork import QLocalServer

        self._note, self._come_forward = data / NOTE, come_forward
        self._server = QLocalServer(parent)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)
        self._listening = False

    def listen(self) -> None:
        import secrets

        if self._server.listen(f"jingjian-{secrets.token_hex(8)}"):
            self._listening = True
            with suppress(OSError):
                self._note.write_text(self._server.fullServerName(), encoding="utf-8")

    def close(self) -> None:
        if self._listening:
            self._listening = False
            self._server.close()
            with suppress(OSError):
                self._note.unlink()

    def _answer(self) -> None:
        line = self._server.nextPendingConnection()
        line.setParent(self._server)
        line.disconnected.connect(line.deleteLater)

        def read() -> None:
            if not line.canReadLine():
                if line.bytesAvailable() > LONGEST:
                    line.abort()
                return
            asked = bytes(line.readLine(LONGEST).data()).decode("utf-8", "replace").strip()
            line.write(b"ok\n")
            line.flush()
            self._come_forward(Path(asked) if asked else None)

        line.readyRead.connect(read)
        read()
