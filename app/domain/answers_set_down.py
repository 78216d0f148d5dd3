"""What stands on an answer sheet, as plain text: for when it cannot be saved where it belongs.

No questions and no keys: whoever sits a 单位统考 may carry it away.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime

from app.domain.exam import Exam, ExamItem
from app.domain.question import Question
from app.domain.shown_letters import POSITIONS, keys_shown

Unsaved = Mapping[int, tuple[str, ...]]
"""The answers that were not written, by place."""
USE = (
    "这个文件记下了写文件时答题卡上的全部作答，用来证明答到了哪里，供考试组织人员处理，自己也可以照着补答。"
    "它不能代替交卷：能存的时候，请回到考试里按“再试一次”，再交卷。"
)
_RECORD = "以下是程序逐条保存的考试记录，供核对，请不要改动。"


def answers_text(exam: Exam, unsaved: Unsaved, now: datetime, record: Sequence[str]) -> str:
    """``record``: the lines of the exam's record as far as it is on disk, empty where it cannot be read."""
    minutes = exam.clock.spent_ms // 60_000
    lines = [
        "作答备份",
        USE,
        "",
        f"考生：{exam.candidate}",
        f"试卷：{exam.occasion or exam.paper.title}，卷号 {exam.seed:06}",
        f"写文件的时间：{now.astimezone():%Y-%m-%d %H:%M:%S}，已用 {minutes} 分钟",
        "",
        *(_line(item, unsaved) for item in exam.items),
        "",
        _RECORD if record else "考试记录读不出来，只有上面的作答。",
        *record,
    ]
    return "\n".join(lines) + "\n"


def _line(item: ExamItem, unsaved: Unsaved) -> str:
    lost, answer = item.place in unsaved, unsaved.get(item.place, item.answer)
    said = _words(item.question, item.shown, answer) if any(text.strip() for text in answer) else "未作答"
    return f"第 {item.place} 题（{item.question.kind.value}）：{said}" + ("（这一题没有存下）" if lost else "")


def _words(question: Question, shown: Sequence[str], answer: Sequence[str]) -> str:
    """Letters as they stand on the screen; what was typed; 排序 by the first words of each."""
    keys = keys_shown(question, shown)
    if question.typed:
        return "；".join(text.strip() or "（空）" for text in answer)
    if question.kind.chooses and question.options:
        return "、".join(POSITIONS[keys.index(key)] for key in keys if key in answer)
    texts = {option.key: option.text for option in question.options}
    return "、".join(texts.get(key, key)[:12] for key in answer)
