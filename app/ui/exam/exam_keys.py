"""The keys of an exam."""

from app.ui.kit.page import Shortcut

SHORTCUTS = (
    Shortcut("A–F 或 1–6", "选择选项"),
    Shortcut("← / → 或 Ctrl+PgUp / Ctrl+PgDn", "上一题 / 下一题"),
    Shortcut("M 或 Ctrl+M", "标记本题"),
    Shortcut("G 或 Ctrl+G", "到答题卡"),
    Shortcut("Ctrl+L", "开卷考试：查法规"),
    Shortcut("Ctrl+Enter", "交卷（先确认）"),
    Shortcut("Ctrl+↑ / Ctrl+↓", "排序题：移动一项"),
)
