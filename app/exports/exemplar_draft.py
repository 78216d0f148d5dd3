"""A good practice as the beginning of an exemplar in the format of cases (docs/content-format.md).

Whatever somebody has yet to decide stands there as 待写: the check of content names every one of them.
"""

from datetime import date

from app.domain.ledger.outcome import GoodPractice
from app.domain.own_exemplar import TO_WRITE

ASKED = (
    ("条文依据", "写哪一条、为何符合，如：- 【1】 → `简称@版本/条` · 行为时 → ……"),
    ("为何做得到", "个人、制度、监督各一句，指回事实"),
    ("岗位可学", "领导、经办、监督各一句"),
    ("学习启示", "至多三句，每句指回一个事实"),
    ("讨论", "事实、制度、我单位各一题"),
    ("讲解提示", "每页两到四行"),
)


def file_name(practice: GoodPractice) -> str:
    return f"zuo-fa-{practice.id[:8]}.md"


def exemplar_draft(practice: GoodPractice, unit: str, today: date) -> str:
    story = [" ".join(part.split()) for part in practice.story.splitlines() if part.strip()]
    facts = "\n\n".join(f"【{number}】{part}" for number, part in enumerate(story, 1))
    rest = "\n".join(f"\n## {name}\n\n{TO_WRITE}：{how}。" for name, how in ASKED)
    title = _quoted(practice.title)
    origin = f"由“成果归集”的好做法生成的草稿，做法来自 {unit}，{today.isoformat()}；不写个人身份信息"
    return f"""---
kind: exemplar
number: 901
slug: {file_name(practice).removesuffix(".md")}
title: {title}
subtitle: {TO_WRITE}
cover: {TO_WRITE}
composite: true
domain: {TO_WRITE}
posts: [领导, 经办, 监督]
period: {today.year}-01-01/{today.isoformat()}
people:
  - ref: 经办
    post: {TO_WRITE}
    status: [{TO_WRITE}]
difficulty: 1
minutes: 7
quiz: {file_name(practice).removesuffix(".md")}
version: 1
checked: 待核校
review:
  - {_quoted(origin)}
---

## 事迹

{facts}

## 停一停

角色：经办
时点：【1】

{TO_WRITE}：此刻怎么办？
{rest}
"""


def _quoted(text: str) -> str:
    """As a text of YAML, whatever is in it."""
    return "'" + " ".join(text.split()).replace("'", "''") + "'"
