"""What the first start offers: sizes for this screen, and what one may want."""

from app.domain.settings import SCALES
from app.ui.welcome.size_choice import SizeOffer

WIDE = 1800
AIMS = (
    ("自己学", "读案例、学条文、练习和模拟考试。", "book_open"),
    ("组织学习", "为科室或支部挑选案例、准备讨论。", "people_team"),
    ("两者都有", "自己学，也负责组织。", "clipboard_task"),
)


def offers(screen_width: int) -> list[SizeOffer]:
    """标准, 大, 特大 around what this screen is wide enough for, and 跟随系统; each a scale that the settings know."""
    base = 1.3 if screen_width >= WIDE else 1.0
    made = []
    for name, factor, reading in (("标准", 1.0, 18), ("大", 1.15, 20), ("特大", 1.3, 22)):
        scale = min((known for known in SCALES if known), key=lambda known: abs(known - base * factor))
        made.append(SizeOffer(name, f"界面 {scale:.0%}，正文 {reading} 号", scale, reading, scale))
    return [*made, SizeOffer("跟随系统", "界面大小按屏幕宽度自动调整，正文 18 号", 0.0, 18, base)]
