"""The strip that leads from one step of a 针对性学习 to the next, above whatever page the step is on."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.ui.exam.remedy_trail import RemedyTrail
from app.ui.kit.banner import Banner


class LearningStrip(Banner):
    """One button: the next step, after the last back to the result."""

    wanted = Signal(str, object)
    """Key of a page and its argument."""

    def __init__(self, trail: RemedyTrail, parent: QWidget | None = None) -> None:
        super().__init__("", "ink", closable=True, parent=parent)
        self.trail = trail
        self.acted.connect(self._go_on)
        self.follow(trail)

    def follow(self, trail: RemedyTrail) -> None:
        """Show that one is there now."""
        self.trail = trail
        trail.taken.add(trail.place)
        following = trail.following
        self.say(trail.words, "ink", f"下一步：{following.step.caption}" if following else "学完了，回到成绩")

    def _go_on(self) -> None:
        following = self.trail.following
        if following is None:
            self.wanted.emit("results", self.trail.exam_id)
            self.dismiss()
        else:
            self.follow(following)
            self.wanted.emit(following.step.page, following.step.argument)
