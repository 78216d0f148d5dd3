"""What nobody foresaw: it goes to the log, and one calm sentence tells the person; the program goes on."""

import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from app import __version__
from app.domain.errors import UserError


class CrashReport:
    """Installs itself as ``sys.excepthook``: an exception in a slot arrives there. Costs nothing until one does."""

    def __init__(self, logs: Path, tell: Callable[[str, str], None]) -> None:
        """``tell`` gets a tone and a sentence."""
        self._tell = tell
        self._file = logs / "jingjian.log"

    def install(self) -> None:
        sys.excepthook = self._happened

    def report(self, error: BaseException) -> None:
        """For errors that arrive by other ways (background work)."""
        self._happened(type(error), error, error.__traceback__)

    def _happened(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if isinstance(error, UserError):
            self._tell("red", str(error))
            return
        import traceback

        text = "".join(traceback.format_exception(kind, error, trace))
        self._write(text)
        sys.stderr.write(text)
        self._tell("red", f"刚才的操作出了意外，已经保存的内容不受影响。可以继续使用；详情记在 {self._file}。")

    def _write(self, text: str) -> None:
        import logging
        import logging.handlers
        import platform

        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            file = logging.handlers.RotatingFileHandler(self._file, maxBytes=1_000_000, backupCount=3, encoding="utf-8")
        except OSError:
            return  # a data folder that cannot be written is told of elsewhere
        words = f"{__version__} {platform.platform()} {sys.version.split()[0]}\n{text}"
        record = logging.LogRecord("jingjian", logging.ERROR, __file__, 0, words, None, None)
        file.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        file.handle(record)
        file.close()
