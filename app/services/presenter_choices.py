"""How a leader ran the last session: offered again before the next one, on this PC, for this person."""

import json

from app.domain.codec import from_plain, to_plain
from app.domain.presenter_options import LARGEST_NOTES, SMALLEST_NOTES, PresenterOptions
from app.storage.journal import Journal
from app.storage.setting_store import SettingStore

KEY = "presenter.options"
THEMES = ("light", "dark")


class PresenterChoices:
    def __init__(self, journal: Journal, settings: SettingStore) -> None:
        """Both are the person's own."""
        self._journal, self._settings = journal, settings

    def get(self) -> PresenterOptions:
        """What cannot be read is what a first session begins with."""
        try:
            kept = from_plain(PresenterOptions, json.loads(self._settings.get(KEY, "{}")))
        except (KeyError, TypeError, ValueError):
            return PresenterOptions()
        right = kept.theme in THEMES and SMALLEST_NOTES <= kept.notes_size <= LARGEST_NOTES
        return kept if right else PresenterOptions()

    def keep(self, options: PresenterOptions) -> None:
        """Raises UserError where it cannot be saved."""
        if options != self.get():
            text = json.dumps(to_plain(options), ensure_ascii=False)
            self._journal.note(lambda: self._settings.put(KEY, text))
