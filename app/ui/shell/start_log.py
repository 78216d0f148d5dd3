"""The log of a start that failed: the same file as that of the window, or one in the folder for temporary files."""

import tempfile
import traceback
from datetime import datetime
from pathlib import Path

from app import __version__


def log_start(error: BaseException, data: Path) -> Path | None:
    """Where it was written; None where nothing can be written at all."""
    text = "".join(traceback.format_exception(error))
    for folder in (data / "logs", Path(tempfile.gettempdir())):
        try:
            folder.mkdir(parents=True, exist_ok=True)
            file = folder / "jingjian-start.log"
            with file.open("a", encoding="utf-8") as log:
                log.write(f"{datetime.now().astimezone().isoformat()} {__version__}\n{text}\n")
            return file
        except OSError:
            continue
    return None
