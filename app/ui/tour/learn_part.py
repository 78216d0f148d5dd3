"""学 and 练: the first start, a case with its gate and check, rules, search, practice, records, settings, a restart."""

import itertools

from PySide6.QtCore import Qt

from app.ui.tour.answering import answer, card_on_screen
from app.ui.tour.stage import Stage, TourError

CASE = "builtin/case/di-bao-lv-se-tong-dao"
SECTIONS = ("处理结果", "违反条款", "定性分歧", "原因剖析", "控制缺口", "整改措施", "讨论")
CONTROL = Qt.KeyboardModifier.ControlModifier


def play_learn(stage: Stage) -> None:
    _first_start(stage)
    stage.shot("04-首页")
    stage.go("library")
    stage.shot("05-案例库")
    _read(stage)
    _check(stage)
    _reflect(stage)
    stage.go("notes")
    stage.shot("17-我的摘录")
    stage.go("regulations", "条例@2023/124")
    stage.shot("18-法规库")
    _search(stage)
    _practise(stage)
    stage.go("records")
    stage.shot("24-学习记录")
    for section in ("外观与字号", "个人与单位", "内容", "数据", "关于"):
        stage.go("settings", section)
        stage.shot(f"25-设置-{section}")
    stage.key(Qt.Key.Key_F1)
    stage.on_page("guide")
    stage.shot("26-使用说明")
    stage.press("快捷键")
    stage.quick_shot("26-快捷键")
    stage.key(Qt.Key.Key_Escape)
    _restart(stage)


def _first_start(stage: Stage) -> None:
    stage.on_page("welcome")
    stage.shot("01-首次启动-字号")
    stage.press("下一步")
    stage.shot("02-首次启动-我要")
    stage.press("下一步")
    stage.shot("03-首次启动-姓名单位")
    stage.press("开始使用")
    stage.on_page("home")


def _read(stage: Stage) -> None:
    stage.go("case", CASE)
    stage.shot("06-案例阅读")
    stage.press_outline("停一停")
    stage.shot("07-停一停")
    stage.press("选项 B")
    stage.press("有把握")
    stage.press("确定")
    stage.settle(0.5)
    stage.shot("08-停一停之后")
    for number, section in enumerate(SECTIONS, 9):
        stage.press_outline(section)
        stage.shot(f"{number:02}-{section}")


def _check(stage: Stage) -> None:
    """Answer the check through the page until it is done: one wrong, the rest right."""
    stage.press_outline("学后检测")
    stage.press("开始检测")
    for place in range(5):
        answer(stage, right=place != 1)
        stage.press("有把握")
        stage.press("提交")
        if place == 1:
            stage.shot("16-学后检测-解析")
        stage.press("查看结果" if place == 4 else "下一题")
    progress = stage.services.study.progress(CASE)
    if (progress.check_right, progress.check_total) != (4, 5):
        raise TourError(f"学后检测的记录不对：{progress}")
    stage.shot("16-学后检测-结果")


def _reflect(stage: Stage) -> None:
    stage.press_outline("反思与承诺")
    stage.shot("16-反思与承诺")


def _search(stage: Stage) -> None:
    stage.key(Qt.Key.Key_K, CONTROL)
    stage.type("入户调查")
    stage.key(Qt.Key.Key_Return)
    stage.on_page("search")
    stage.shot("19-搜索")


def _practise(stage: Stage) -> None:
    stage.go("practice")
    stage.shot("20-练习")
    stage.press("开始练习")
    stage.on_page("practice_round")
    for place in itertools.count():
        answer(stage, right=place % 3 != 0)
        stage.press("确认答案")
        if ticks := card_on_screen(stage).ticks():
            card_on_screen(stage).set_ticks((True,) * len(ticks))
            stage.press("记录自评")
        if place in (0, 1):
            stage.shot(f"2{place + 1}-练习-解析")
        if stage.press_any("看本轮结果"):
            break
        stage.press("下一题")
    stage.shot("23-练习-小结")
    stage.press("完成")


def _restart(stage: Stage) -> None:
    before = stage.services.study.progress(CASE)
    stage.restart()
    stage.on_page("home")
    stage.shot("27-重新打开之后")
    if stage.services.study.progress(CASE) != before:
        raise TourError("重新打开之后学习进度不一致")
