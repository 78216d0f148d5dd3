"""The figures of a question as an organiser reads them."""

from app.domain.item_analysis import FEWEST, ItemAnalysis

TOO_FEW = "样本太少"
WHY_THIRTY = f"每道题满 {FEWEST} 人次作答，才显示得分率和区分度。人次太少时，数字多半出于偶然，容易误判题目。"
TERMS = (
    "得分率：平均得分占满分的比例。区分度：这道题的得分与同卷其余题得分的相关系数（-1 到 1），"
    "越高越能区分掌握得好与不好的人；为负时，请先核对答案和题干。随机得分：全凭猜测平均能得的比例。"
)
NEGATIVE = "区分度为负"
LIKE_GUESSING = "不高于猜测"
LOOK = "请核对：答案有没有错，题干有没有歧义，是不是不止一个选项对。"


def percent(share: float) -> str:
    return f"{round(share * 100)}%"


def facility_words(item: ItemAnalysis) -> str:
    return percent(item.figures.facility) if item.figures is not None else TOO_FEW


def discrimination_words(item: ItemAnalysis) -> str:
    """「无差异」 where everybody got the same on the question, or on the rest."""
    if item.figures is None:
        return TOO_FEW
    if item.figures.discrimination is None:
        return "无差异"
    return f"{item.figures.discrimination:.2f}".replace("-0.00", "0.00")


def guess_words(item: ItemAnalysis) -> str:
    return percent(item.figures.guess) if item.figures is not None else TOO_FEW


def remark(item: ItemAnalysis) -> str:
    """What the organiser should do about it, or ""."""
    if item.figures is None:
        return f"还差 {FEWEST - item.attempts} 人次"
    if item.figures.negative:
        return NEGATIVE
    return LIKE_GUESSING if item.figures.like_guessing else ""


def doubt_words(item: ItemAnalysis) -> str:
    """Why the question is to be looked at, in a sentence; "" where nothing speaks against it."""
    if item.figures is None or not item.doubtful:
        return ""
    if item.figures.negative:
        return f"区分度为负：其余题得分高的人，这道题反而得分低。{LOOK}"
    return f"得分率不高于随机猜测。{LOOK}"
