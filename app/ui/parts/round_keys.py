"""What the keys do in every round of questions."""

from app.ui.kit.page import Shortcut

ANSWERING = (Shortcut("A–F 或 1–6", "选择选项"), Shortcut("7 / 8 / 9", "有把握 / 不太确定 / 猜测"))
BESIDES = (
    Shortcut("Ctrl+Enter", "在作答框中确认答案"),
    Shortcut("Ctrl+D", "收藏"),
    Shortcut("Ctrl+↑ / Ctrl+↓", "排序题：移动一项"),
)
