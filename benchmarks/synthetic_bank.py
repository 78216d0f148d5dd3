"""A made-up bank of any size: the same size always gives the same questions."""

import random
from collections.abc import Iterator

from app.domain.case import Option
from app.domain.content import Content
from app.domain.question import TRUE, Question, QuestionKind

TOPICS = ("社会救助", "养老服务", "殡葬管理", "婚姻登记", "儿童福利", "社会组织", "资金项目", "作风纪律")
REGULATIONS = ("条例", "监督法", "政务处分法", "公务员法", "救助办法", "招标法")
ARTICLES = 150
PARTS = 3
"""Questions of a 案例分析."""
WORDS = (
    "低保 特困 临时救助 公示 入户 调查 审核 确认 备案 回避 举报 整改 责任 纪律 处分 警告 严重 公务员 党员 街道 县局"
    " 村委会 申请 家庭 收入 财产 车辆 银行 存折 签名 台账 公函 接待 经费 会议 项目 资金 拨付 验收 合同 招标 采购"
).split()
SHARES = ((QuestionKind.SINGLE, 45), (QuestionKind.MULTIPLE, 25), (QuestionKind.TRUE_FALSE, 20), (None, 10))
"""Of a hundred questions; the last are parts of 案例分析."""


def content(size: int) -> Content:
    """Questions and nothing else."""
    return Content((), (), tuple(questions(size)), (), (), {})


def questions(size: int) -> Iterator[Question]:
    """About as long as real ones: a stem of 40 characters, four options, an explanation; one to three articles each."""
    chance = random.Random(size)
    kinds = [kind for kind, share in SHARES for _ in range(share)]
    left, group = 0, ""
    for number in range(size):
        if not left:
            kind = chance.choice(kinds) if size - number >= PARTS else QuestionKind.SINGLE
            group = f"builtin/group/g{number:06}" if kind is None else ""
            left = PARTS if kind is None else 1
        left -= 1
        yield _question(number, kind or QuestionKind.SINGLE, group, chance)


def _question(number: int, kind: QuestionKind, group: str, chance: random.Random) -> Question:
    keys = () if kind is QuestionKind.TRUE_FALSE else "ABCD"
    answer = (TRUE,) if not keys else tuple(sorted(chance.sample(keys, 2 if kind is QuestionKind.MULTIPLE else 1)))
    cited = chance.choices(REGULATIONS, k=chance.randint(1, 3))
    return Question(
        id=f"builtin/question/q{number:06}",
        kind=kind,
        stem=f"第 {number} 题：{_text(chance, 16)}，下列说法正确的是（）。",
        # The parts of a 案例分析 are one whole: they share a topic.
        topic=TOPICS[sum(map(ord, group)) % len(TOPICS)] if group else chance.choice(TOPICS),
        difficulty=chance.randint(1, 5),
        options=tuple(Option(key, _text(chance, 6)) for key in keys),
        answer=answer,
        explanation=_text(chance, 24),
        why=tuple((key, _text(chance, 6)) for key in keys),
        articles=tuple(f"{short}@2023/{chance.randint(1, ARTICLES)}" for short in cited),
        scenario=f"某县民政局{_text(chance, 40)}。" if group else "",
        group=group,
    )


def _text(chance: random.Random, words: int) -> str:
    return "".join(chance.choices(WORDS, k=words))
