"""The notice that there is nothing to study: why, what is not touched by it, and a second look at the files."""

from PySide6.QtWidgets import QWidget

from app.ui.kit.banner import Banner


class ContentBanner(Banner):
    """``acted`` asks for the second look."""

    def __init__(self, reason: str, parent: QWidget | None = None) -> None:
        """``reason`` is whole sentences: what is missing, and what to do about it."""
        super().__init__("", "amber", parent=parent)
        self.explain(reason)

    def explain(self, reason: str) -> None:
        """Anew, after another look."""
        self.say(f"案例、法规和题目现在看不了。{reason}学习记录、摘录和整改台账照常可用。", "amber", "重新读取")
