"""集体学习 is not in this version: what it will be for, why it is not here, what one can do today."""

from app.ui.kit.page import PageFacts
from app.ui.parts.absent_page import AbsentPage


class PresenterPage(AbsentPage):
    facts = PageFacts("presenter", "集体学习", "讲", "集体学习")
    purpose = "一人主讲、多人共学：把一个案例投到幕布上，大家先作判断，再揭晓处理结果，会后留下签到和学习纪实。"
    reason = (
        "主讲要靠投影、双屏和翻页笔，中途不能出错。这些要在真实的会议室里逐项试过，才能放心交给主讲人，"
        "所以本版没有放进来。本版先把个人学习、练习和考试做扎实。"
    )
    today = (
        ("选一个案例", "在案例库挑一篇贴近本科室业务的案例，标题旁写有预计时间。"),
        ("放大字号", "在“设置 · 外观与字号”把界面大小调到 200%，再接投影仪一起看。"),
        ("先判断，再揭晓", "读到“停一停”先不往下翻，请大家说出自己的决定和理由，然后揭晓处理结果。"),
        ("一起讨论、检测", "用案例后面的讨论题交流，再集体完成学后检测。签到和记录按单位现行办法办理。"),
    )
