"""Where one is on the way from a case to measures."""

from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.kit.flow_layout import FlowLayout
from app.ui.kit.icon_label import IconLabel
from app.ui.kit.label import Label
from app.ui.kit.layouts import boxed, row

STEPS = ("选案例", "三方面对照", "形成问题清单", "定措施（不少于3条）")


class SelfCheckSteps(QWidget):
    def __init__(self, now: int) -> None:
        """``now`` counts from 0; those before it are done."""
        super().__init__()
        parts: list[QWidget] = []
        for place, word in enumerate(STEPS):
            done, here = place < now, place == now
            icon = "checkmark_circle" if done else "circle"
            tone = "green" if done else "red" if here else "text2"
            step = row(IconLabel(icon, 17, tone, done), Label(word, 15, tone, bold=here), spacing=5)
            if place < len(STEPS) - 1:
                step.addWidget(IconLabel("chevron_right", 14, "text3"))
            parts.append(boxed(step))
        self.setLayout(FlowLayout(*parts, spacing=8))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(f"第 {now + 1} 步，共 {len(STEPS)} 步：{STEPS[now]}")
