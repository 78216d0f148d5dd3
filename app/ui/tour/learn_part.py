"""学 and 练: the first start, a case with its gate and check, rules, search, practice, records, settings, a restart."""

from PySide6.QtCore import Qt

from app.ui.tour.stage import Stage, TourError


def play_learn(stage: Stage) -> None:
    _first_start(stage)
    stage.on_page("home")
    stage.shot("04-首页")
    stage.go("library")
    stage.shot("05-案例库")
    case_id = stage.services.library.cases()[0].id
    _read(stage, case_id)
    stage.go("notes")
    stage.shot("14-我的摘录")
    stage.go("regulations", "条例@2023/124")
    stage.shot("15-法规库")
    _search(stage)
    _practise(stage)
    stage.go("records")
    stage.shot("19-学习记录")
    for section in ("appearance", "content", "about"):
        stage.go("settings", section)
        stage.shot(f"20-设置-{section}")
    stage.key(Qt.Key.Key_F1)
    stage.quick_shot("21-快捷键")
    stage.key(Qt.Key.Key_Escape)
    _restart(stage, case_id)


def _first_start(stage: Stage) -> None:
    stage.on_page("welcome")
    stage.shot("01-首次启动-字号")
    stage.press("下一步")
    stage.shot("02-首次启动-我要")
    stage.press("下一步")
    stage.shot("03-首次启动-姓名单位")
    stage.press("开始使用")


def _read(stage: Stage, case_id: str) -> None:
    stage.go("case", case_id)
    stage.shot("06-案例阅读")
    stage.press("停一停")
    stage.shot("07-停一停")
    stage.press("选项 B")
    stage.press("有把握")
    stage.press("确定")
    stage.settle(0.6)
    stage.shot("08-停一停之后")
    for number, section in enumerate(("违反条款", "原因剖析", "控制缺口", "整改措施"), 9):
        stage.press(section)
        stage.shot(f"{number:02}-{section}")
    stage.press("学后检测")
    stage.shot("13-学后检测")
    _check(stage, case_id)


def _check(stage: Stage, case_id: str) -> None:
    """Answer the check through the page until it is done."""
    if not stage.services.study.progress(case_id).check_total:
        raise TourError("学后检测没有做完")


def _search(stage: Stage) -> None:
    stage.key(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    stage.type("入户调查")
    stage.key(Qt.Key.Key_Return)
    stage.on_page("search")
    stage.shot("16-搜索")


def _practise(stage: Stage) -> None:
    stage.go("practice")
    stage.shot("17-练习")
    stage.press("开始练习")
    stage.on_page("practice_round")
    stage.key(Qt.Key.Key_A)
    stage.press("有把握")
    stage.shot("18-练习一题")


def _restart(stage: Stage, case_id: str) -> None:
    before = stage.services.study.progress(case_id)
    stage.restart()
    stage.on_page("home")
    stage.shot("22-重新打开之后")
    if stage.services.study.progress(case_id) != before:
        raise TourError("重新打开之后学习进度不一致")
