"""What the next press of PgDn brings: the answer of this page, or the page after it."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.presentation import Presentation
from app.ui.kit.elided_label import ElidedLabel
from app.ui.kit.label import Label
from app.ui.kit.layouts import boxed, column, row
from app.ui.kit.tokens import px
from app.ui.presenter.page_view import PageView
from app.ui.presenter.presenter_controller import PresenterController


class NextPage(QWidget):
    """``picture`` may be left out where there is no room: the line above it tells enough."""

    def __init__(self, controller: PresenterController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._place, self._name = Label("", 16, bold=True), ElidedLabel("", 16, tone="text2")
        self.view = PageView()
        head = boxed(row(self._place, (self._name, 1), spacing=8))
        head.setFixedHeight(px(32))
        self.setLayout(column(head, (self.view, 1), spacing=4))
        controller.changed.connect(self.refresh)
        controller.options_changed.connect(self.refresh)
        self.refresh()

    def coming(self) -> Presentation:
        """The state that PgDn leads to."""
        return self._controller.presentation.next()

    def show_picture(self, picture: QPixmap) -> None:
        self.view.show_picture(picture)

    def set_folded(self, folded: bool) -> None:
        """Only the line."""
        self.view.setVisible(not folded)
        upright = QSizePolicy.Policy.Maximum if folded else QSizePolicy.Policy.Expanding
        self.setSizePolicy(QSizePolicy.Policy.Expanding, upright)

    def words(self) -> str:
        return f"{self._place.text()} {self._name.text()}"

    @Slot()
    def refresh(self) -> None:
        now, coming = self._controller.presentation, self.coming()
        if coming == now:
            self._place.setText("已到最后一页")
            self._name.set_text("按两次 Esc 结束")
        elif coming.index == now.index:
            self._place.setText("下一步 揭晓")
            self._name.set_text("投影上还看不到答案" if now.page.revealed else "投影上还看不到人数")
        else:
            self._place.setText(f"下一页 第 {coming.number} 页")
            self._name.set_text(coming.page.name)
        self._place.set_tone("amber" if coming.index == now.index and coming != now else "text")
