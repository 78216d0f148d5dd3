"""A dialog whose refusals stand at the field that they are about."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtWidgets import QWidget

from app.ui.kit.announce import announce
from app.ui.parts.acting_dialog import ActingDialog
from app.ui.rectify.look_back_field import LookBackField


class LookBackForm(ActingDialog):
    """``fields`` by the words with which a refusal names them; any other refusal is said below the form."""

    def __init__(
        self,
        anchor: QWidget,
        title: str,
        rows: Sequence[QWidget],
        fields: Mapping[str, LookBackField],
        save: Callable[[], None],
    ) -> None:
        self._fields = fields
        super().__init__(anchor, title, rows, save, "保存", width=820)

    def say(self, words: str, tone: str = "red") -> None:
        name = next((name for name in self._fields if tone == "red" and name in words), "")
        for one, field in self._fields.items():
            field.show_wrong(words if one == name else "")
        if not name:
            super().say(words, tone)
            return
        self._problem.hide()
        self.place()
        self._fields[name].area.setFocus()
        self._scroll.reveal(self._fields[name])
        announce(self, words)
