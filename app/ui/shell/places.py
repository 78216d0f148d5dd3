"""The rail and its tabs. Pages declare the same facts; a test holds the two together, no page is imported at start."""

from typing import NamedTuple


class Place(NamedTuple):
    """An entry of the rail: ``tabs`` are (page key, tab text); the first one opens with the entry."""

    rail: str
    glyph: str
    word: str
    keys: str
    tabs: tuple[tuple[str, str], ...]


PLACES = (
    Place("首页", "home", "首页", "Alt+1", (("home", "今日"),)),
    Place("学", "xue", "学习", "Alt+2", (("library", "案例库"), ("regulations", "法规库"), ("notes", "我的摘录"))),
    Place(
        "讲",
        "jiang",
        "集体学习",
        "Alt+3",
        (("presenter", "我的课件"), ("meetings", "会议"), ("meeting_room", "签到与纪实")),
    ),
    Place(
        "考",
        "kao",
        "练习考试",
        "Alt+4",
        (
            ("practice", "练习"),
            ("review", "复习"),
            ("exams", "模拟考试"),
            ("unit_exam", "单位统考"),
            ("results", "成绩"),
            ("paper_editor", "试卷编辑"),
            ("analysis", "试题分析"),
        ),
    ),
    Place(
        "改",
        "gai",
        "以案促改",
        "Alt+5",
        (
            ("self_check", "对照自查"),
            ("ledger", "整改台账"),
            ("reports", "月报填报"),
            ("look_backs", "回头看"),
            ("outcomes", "成果归集"),
        ),
    ),
    Place("记", "ji", "学习档案", "Alt+6", (("records", "学习记录"),)),
    Place("设置", "settings", "设置", "Ctrl+,", (("settings", "设置"), ("guide", "使用说明"))),
)


def place_of(rail: str) -> Place | None:
    return next((place for place in PLACES if place.rail == rail), None)
