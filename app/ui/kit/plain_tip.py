"""Tool tips that stay plain text: Qt would otherwise take a title starting with a tag for HTML."""

import textwrap

from PySide6.QtWidgets import QWidget

_LINE = 36


def set_tip(widget: QWidget, text: str) -> None:
    """Give ``widget`` a tip, wrapped at 36 characters, with angle brackets made harmless."""
    lines = [part for line in text.splitlines() for part in textwrap.wrap(line, _LINE) or [""]]
    widget.setToolTip("\n".join(lines).replace("<", "＜").replace(">", "＞"))
