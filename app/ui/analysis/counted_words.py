"""Out of whose papers the figures come, and what was left out, in sentences."""

from app.domain.exam_release import ExamRelease
from app.domain.unit_exam_analysis import UnitExamAnalysis

OWN = "只统计本机当前人员已交卷的考试；同一个人多次作答，不能代替多人作答。"


def counted_words(one: UnitExamAnalysis) -> str:
    words = f"名单 {one.roster} 人，已收到 {one.handed_in} 人的结果文件"
    if one.release is not None:
        return f"{words}。"
    words += f"，统计 {one.papers} 份作答"
    words += "（正考、补考各算一份）。" if one.papers > one.handed_in else "。"
    if one.besides:
        words += f"同一时段重复交的 {one.besides} 份未计入。"
    if one.unmarked:
        words += f"还没有阅卷的 {one.unmarked} 道简答未计入。"
    if one.on_paper:
        words += f"纸质卷（{one.on_paper} 人）只登了大题得分，未计入。"
    return words


def held_words(release: ExamRelease) -> str:
    return f"这次统考还没有全部结束。为了不泄露试题和答案，{release.when} 以后可以在这里看试题分析。"
