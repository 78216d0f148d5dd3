"""What the tests of the pages of 讲 share."""

from PySide6.QtWidgets import QLabel, QWidget

from app.ui.kit.button import Button
from app.ui.kit.elided_label import ElidedLabel
from app.ui.kit.modal import Modal
from app.ui.kit.paragraph import Paragraph
from app.ui.presenter.file_choice import FileChoice


class FileAnswers(FileChoice):
    """Answers the questions for files as the test wants."""

    def __init__(self, file=None, folder=None):
        self.answer_file, self.answer_folder, self.shown = file, folder, []

    def open(self, parent, title, filters):
        return self.answer_file

    def folder(self, parent, title):
        return self.answer_folder

    def show(self, folder):
        self.shown.append(folder)
        return True


def labels(widget: QWidget) -> list[str]:
    """Every text that can be seen."""
    found = [one for kind in (QLabel, Paragraph, ElidedLabel) for one in widget.findChildren(kind)]
    return [one.text() for one in found if one.isVisible()]


def press(widget: QWidget, word: str) -> None:
    """The button of that word, or of that accessible name: the one on top."""
    window = widget.window()
    buttons = [one for one in window.findChildren(Button) if one.isVisible() and one.isEnabled()]
    named = [one for one in buttons if word in (one.label(), one.accessibleName())]
    assert named, (word, [one.accessibleName() for one in buttons])
    named[-1].click()


def open_modal(widget: QWidget, kind: type = Modal):
    """The one that is open."""
    return next(one for one in reversed(widget.window().findChildren(kind)) if one.isVisible())


def heard(signal) -> list[tuple]:
    """What a signal carries from now on."""
    said: list[tuple] = []
    signal.connect(lambda *args: said.append(args))
    return said
