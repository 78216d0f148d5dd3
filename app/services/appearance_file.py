"""``appearance.json``: the one file that is read before the first paint, so this module imports next to nothing."""

import json
import os
from contextlib import suppress
from pathlib import Path

from app.domain.errors import UserError
from app.domain.settings import Appearance


def load_appearance(path: Path) -> Appearance:
    """Never raises: a missing or damaged file means the defaults."""
    try:
        stored = json.loads(path.read_text(encoding="utf-8"))
        known = {name: stored[name] for name in Appearance.__slots__ if name in stored}
        return Appearance(**known).sane()
    except (OSError, ValueError, TypeError, AttributeError, RecursionError, OverflowError):
        return Appearance()


def save_appearance(path: Path, appearance: Appearance) -> None:
    """Raises UserError where it could not be saved."""
    values = {name: getattr(appearance, name) for name in Appearance.__slots__}
    write_beside(path, json.dumps(values, ensure_ascii=False, indent=1))


def write_beside(path: Path, content: str | bytes) -> None:
    """Write a small file (text as UTF-8) so that a crash leaves the old one or the new one, whole.

    Raises UserError where there is no room or no permission.
    """
    part = path.with_name(f"{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with part.open("wb") as file:
            file.write(content if isinstance(content, bytes) else content.encode("utf-8"))
            file.flush()
            os.fsync(file.fileno())
        os.replace(part, path)
    except OSError as error:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise UserError(f"没有保存到 {path}。请检查磁盘空间和该文件夹的权限。") from error
