"""Result files of 单位统考 that were sat here and never saved: nobody else has the answers."""

from collections.abc import Callable, Sequence

from app.ui.home.task_row import TaskRow
from app.ui.kit.card import Card
from app.ui.kit.layouts import column

MOST_NAMES = 3


def hand_over_card(waiting: Sequence[tuple[str, str]], go: Callable[[str, object], None]) -> Card | None:
    """``waiting``: (title, candidate), newest first. None where nothing waits."""
    if not waiting:
        return None
    titles = list(dict.fromkeys(title for title, _ in waiting))
    names = list(dict.fromkeys(name for _, name in waiting))
    who = "、".join(names[:MOST_NAMES]) + (f"等 {len(names)} 人" if len(names) > MOST_NAMES else "")
    title = f"统考结果文件还没有交：{titles[0]}" + (f"等 {len(titles)} 次" if len(titles) > 1 else "")
    detail = f"{who}的结果文件还没有保存。保存以后交给组织人员，不然成绩册里按缺考。"
    line = TaskRow("warning", "red", title, detail, 0, "去保存", lambda: go("unit_exam", None), True)
    return Card(column(line, margins=(18, 4, 18, 4)))
