"""How the product looks on this PC, for those who change it."""

from pathlib import Path

from app.domain.events import SettingChanged
from app.domain.settings import Appearance
from app.services.appearance_file import save_appearance
from app.services.bus import EventBus


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
            save_appearance(self._path, self._appearance)
        finally:
            self._bus.publish(SettingChanged("appearance", ""))
