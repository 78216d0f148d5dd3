"""How the product looks on this PC: one small file, read before the first paint, replaced as a whole."""

import json
import os
from pathlib import Path

from app.domain.codec import from_plain
from app.domain.errors import UserError
from app.domain.events import SettingChanged
from app.domain.settings import Appearance
from app.services.bus import EventBus


def load_appearance(path: Path) -> Appearance:
    """Never raises: a missing or damaged file means the defaults."""
    try:
        return from_plain(Appearance, json.loads(path.read_text(encoding="utf-8"))).sane()
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return Appearance()


def write_beside(path: Path, text: str) -> None:
    """Write a small file so that a crash leaves the old one or the new one, whole.

    Raises UserError where there is no room or no permission.
    """
    part = path.with_name(f"{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with part.open("w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        os.replace(part, path)
    except OSError as error:
        raise UserError(f"没有保存到 {path}。请检查磁盘空间和该文件夹的权限。") from error


class SettingsService:
    def __init__(self, path: Path, appearance: Appearance, bus: EventBus) -> None:
        self._path, self._appearance, self._bus = path, appearance, bus

    @property
    def appearance(self) -> Appearance:
        return self._appearance

    def change(self, appearance: Appearance) -> None:
        """Raises UserError where it could not be saved; it holds for this run all the same."""
        if appearance == self._appearance:
            return
        self._appearance = appearance.sane()
        try:
            values = {name: getattr(self._appearance, name) for name in Appearance.__slots__}
            write_beside(self._path, json.dumps(values, ensure_ascii=False, indent=1))
        finally:
            self._bus.publish(SettingChanged("appearance", ""))
