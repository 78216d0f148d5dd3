"""A small content folder in which nothing is wrong, and ways to spoil it at one place."""

from datetime import date
from pathlib import Path

from app.domain.content import Content
from app.domain.problem import Problem
from app.packs.content_folder import read_content

TODAY = date(2026, 11, 21)
CASE, QUIZ, PAPER = "cases/jie-che.md", "quizzes/jie-che.yaml", "quizzes/papers/lian-xi.yaml"
OLD_RULE, RULE, LAW = "regulations/guiding-2018.md", "regulations/guiding-2023.md", "regulations/xingfa-2020.md"


def filler(count: int) -> str:
    """``count`` 汉字 that say nothing, to reach the least length of a section."""
    return "文" * count


CASE_TEXT = f"""\
---
kind: case
number: 7
slug: jie-che
title: 借来的车
subtitle: 车还了，人情没有还
cover: 借车
composite: true
domain: eldercare
root_causes: [privilege, oversight-missing]
problems: [mass-interest-harm]
discipline: integrity
form: form-2
posts: [领导, 经办, 监督]
period: 2025-03-01/2025-06-30
outcome_date: 2026-02
people:
  - ref: 甲某
    post: 科长
    status: [党员, 公务员]
    party_post: 支部委员
    responsibility: direct
  - ref: 乙某
    post: 村委会委员
    status: [村居干部]
difficulty: 2
minutes: 10
quiz: jie-che
version: 1
checked: 待核校
---

## 案情

【1】2025年3月1日，甲某向养老院借车，说“用两天”。{filler(220)}

【2】2025年6月，车还了，油钱没有付，同【1】一样没有登记。{filler(160)}

## 停一停

角色：经办
时点：【1】

你是同科室的人，怎么办？

- A. 当面提醒他
- B. 等他自己还
- C. 装作不知道

答：A
评：提醒最便宜（`规定@2023/5.1`）。

## 处理结果

- 甲某 · 县纪委 · `p-warning` 警告
- 乙某 · 镇政府 · `a-warning` 警告

示意：情节较轻，主动补交。{filler(50)}

## 违反条款

- 【1】 → `规定@2023/5.1.2` · 行为时 → 借用管理对象的车辆。{filler(100)}
- 【2】 → `规定@2023/5.1` `刑法@2020/253之一` · 行为时 → 没有付油钱。{filler(20)}
- 【2】 → `规定@2023/6` · 处理时 → 主动补交。{filler(20)}

## 定性分歧

- 意见一：是借用，适用`规定@2023/5`。{filler(80)}
- 意见二：是受贿。{filler(60)}

评析：看【2】有没有还。{filler(100)}

## 原因剖析

### 个人

- `privilege` 【1】 他觉得借两天不算什么。{filler(90)}

### 制度

- `system-gap` 【2】 没有登记簿。{filler(60)}

### 监督

- `oversight-missing` 【1】【2】 没有人问。{filler(60)}

## 控制缺口

- 缺口1：借车 → 登记 → 没有登记{filler(60)} → 办公室
- 缺口2：还车 → 核油钱 → 没有核{filler(60)} → 财务

## 刹车点

【1】开口之前，可以打一个电话要公车。{filler(50)}

## 整改措施

- 立行立改 · 缺口1：建一本登记簿。{filler(40)}
  责任：办公室；时限：一个月；佐证：登记簿；回头看：三个月后抽查
- 立行立改 · 缺口1、缺口2：还车时两人核对。{filler(40)}
  责任：财务；时限：十日；佐证：核对单；回头看：半年后抽查
- 长期坚持 · 缺口2：每季公示一次。{filler(40)}
  责任：监督岗；时限：每季；佐证：公示照片；回头看：一年后查

## 岗位对照

- 领导：你的司机请假，你想起了谁的车。{filler(20)}
- 经办：对方说“车闲着也是闲着”。{filler(20)}
- 监督：停车场里多了一辆外单位的车。{filler(20)}

## 警示启示

- 借两天，也是借。【1】
- 还了车，还要还钱。【2】

## 讨论

1. 事实：他借车时怎么想？
2. 制度：登记簿由谁管？
3. 我单位：近一年有没有类似的事？

## 对照自查

### 监管盲区

- 自查1 → 缺口1：存在借用管理对象车辆未登记的情形。
- 自查2 → 缺口2：存在还车时未核对费用的情形。

### 纪律意识

- 自查3：存在借用物品超过一周的情形。
- 自查4：存在由管理对象接送的情形。

### 制度机制

- 自查5：存在登记簿无人核对的情形。
- 自查6：存在公示内容不全的情形。

## 讲解提示

### 封面

- 停：十秒。
- 问：谁借过车？

### 违反条款·规定5

- 停：五秒。
- 误：“还了就没事”。

### 违反条款·规定5与刑法253之一

- 停：五秒。
- 问：油钱算不算？

## 版本脚注

- 行为时：规定二〇二三版。{filler(40)}
- 现行：没有变化。{filler(20)}
"""

RULE_TEXT = """\
---
title: 某某规定
short: 规定
version: {version}
family: guiding
kind: 党内法规
issuer: 某机关
number: 待核
adopted: {effective}
issued: {effective}
effective: {effective}
repealed: '{repealed}'
source: 待人工核对
checked: ''
---

## 第五条 借用

> 不得向管理对象借用下列物品：
>
> （一）钱款；
>
> （二）车辆。
>
> 借了的，应当立即归还。

**学习提示**　借用也算，还了也算。

## 第六条 从轻

> 主动归还并补交费用的，可以从轻。

**学习提示**　早说早还。
"""

LAW_TEXT = """\
---
title: 刑法
short: 刑法
version: 2020
family: xingfa
kind: 国家法律
issuer: 全国人民代表大会
number: 待核
adopted: 1979-07-01
amended: 2020-12-26
effective: 2021-03-01
repealed: ''
source: 待人工核对
checked: 2026-01-05
---

## 第二百五十三条之一 个人信息

> 违反国家有关规定，向他人出售个人信息，情节严重的，处三年以下有期徒刑。

**学习提示**　名单也是个人信息。
"""

QUIZ_TEXT = """\
case: jie-che
version: 1
checked: 待核校

questions:
  - id: jie-che-q1
    kind: 单选
    topic: eldercare
    difficulty: 1
    stem: 向管理对象借车，怎样处理？
    options:
      A: 不得借用车辆
      B: 可以借用两天
      C: 付钱就可以借
    answer: A
    explanation: 见规定第五条。
    why:
      B: 借用不分长短。
      C: 付钱也不可以。
    facts: [1]
    articles: [规定@2023/5.1.2]
  - id: jie-che-q2
    kind: 多选
    topic: eldercare
    difficulty: 2
    stem: 哪些东西不得借用？
    options:
      A: 钱款
      B: 车辆
      C: 雨伞
    answer: [A, B]
    explanation: 见规定第五条。
    why:
      C: 没有列举。
    articles:
      - 规定@2023/5.1.1
      - 规定@2023/5.1.2
  - id: jie-che-q3
    kind: 判断
    topic: eldercare
    difficulty: 1
    stem: 还了就没事。
    answer: 错
    explanation: 借用本身就不可以，见【1】。
    why:
      对: 还了也算。
    articles: [规定@2023/5]
  - id: jie-che-q4
    kind: 填空
    topic: eldercare
    difficulty: 1
    stem: 借了的，应当＿＿归还，可以＿＿。
    answer: [立即 | 马上, 从轻]
    explanation: 见第五条、第六条。
    articles: [规定@2023/6]
  - id: jie-che-q5
    kind: 排序
    topic: eldercare
    difficulty: 2
    stem: 排好还车的先后。
    options:
      A: 核对
      B: 还车
      C: 付钱
    answer: [B, A, C]
    explanation: 先还车。
    articles: [规定@2023/5.2]
  - id: jie-che-q6
    kind: 案例分析
    topic: eldercare
    difficulty: 3
    stem: >-
      某科长借了养老院的车，
      用了三个月。
    parts:
      - id: jie-che-q6-1
        kind: 判断
        stem: 这是借用。
        answer: 对
        explanation: 没有要走，是借用。
        why:
          错: 车还在养老院名下。
        articles: [规定@2023/5]
      - id: jie-che-q6-2
        kind: 简答
        stem: 你会怎么提醒他？
        points:
          - text: 请他当天还车
            keys: [还车, 归还]
            score: 2
            articles: [规定@2023/5.2]
        explanation: 说清楚就行。
"""

PAPER_TEXT = """\
title: 练习卷
description: 三道题。
minutes: 10
pass_score: 6
multiple: 全对得分
breaks: 中断不计时
version: 1
draw:
  - {kind: 单选, count: 1, score: 4}
  - {kind: 多选, count: 1, score: 4, topics: [eldercare], difficulties: [1, 2]}
  - {kind: 判断, count: 1, score: 2}
"""

FILES = {
    CASE: CASE_TEXT,
    QUIZ: QUIZ_TEXT,
    PAPER: PAPER_TEXT,
    OLD_RULE: RULE_TEXT.format(version=2018, effective="2018-10-01", repealed="2024-01-01"),
    RULE: RULE_TEXT.format(version=2023, effective="2024-01-01", repealed=""),
    LAW: LAW_TEXT,
}

EXEMPLAR_TEXT = f"""\
---
kind: exemplar
number: 101
slug: shou-men
title: 没有盖下去的章
subtitle: 守住的是那一栏空白
cover: 守门
composite: true
domain: finance-control
posts: [经办, 监督]
period: 2026-03-02/2026-03-20
people:
  - ref: 出纳
    post: 某县民政局出纳
    status: [事业单位其他人员]
difficulty: 1
minutes: 6
version: 1
checked: 待核校
---

## 事迹

【1】2026年3月2日，一张没有验收单的发票到了窗口。{filler(180)}

【2】2026年3月20日，材料补齐，款才付出去。{filler(150)}

## 停一停

角色：经办
时点：【1】

对方说“先付，单子明天补”，你怎么办？

- A. 退回去，写明缺什么
- B. 先付，记在本子上
- C. 请领导打个招呼

答：A
评：缺单不付（`规定@2023/5.1`）。

## 条文依据

- 【1】 → `规定@2023/5.1` · 行为时 → 凭证不合规的应当退回。{filler(130)}

## 为何做得到

### 个人

- 【1】 她把“缺什么”写在纸上，不靠嘴说。{filler(60)}

### 制度

- 【2】 付款表上少一栏就打不开。{filler(60)}

### 监督

- 【2】 内审每季度抽看退单登记。{filler(60)}

## 岗位可学

- 领导：不为急事开“先付后补”的口子。{filler(20)}
- 经办：退单写明缺哪一样、找谁补。{filler(20)}
- 监督：看退单登记，比看付款记录更早发现问题。{filler(20)}

## 学习启示

- 一张退单，比一次追责便宜。【1】

## 讨论

1. 事实：她退回时说了什么？
2. 制度：哪一栏替她说了“不”？
3. 我单位：最近一次退单是什么时候？

## 讲解提示

### 封面

- 停：五秒。
- 问：谁退过单？

### 条文依据·规定5

- 停：五秒。
- 误：“先付后补是惯例”。

## 版本脚注

- 行为时：规定2023版。{filler(40)}
- 现行：没有变化。{filler(30)}
"""


class ContentFolder:
    """Real files under ``root``; each method that changes something returns the folder, to be read next."""

    def __init__(self, root: Path) -> None:
        self.root = root
        for name, text in FILES.items():
            self.write(name, text)

    def write(self, name: str, content: str | bytes) -> "ContentFolder":
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return self

    def text(self, name: str) -> str:
        return (self.root / name).read_text(encoding="utf-8")

    def change(self, name: str, old: str, new: str) -> "ContentFolder":
        """The first ``old`` of the file becomes ``new``."""
        text = self.text(name)
        assert old in text, f"{name} has no {old!r}"
        return self.write(name, text.replace(old, new, 1))

    def line_of(self, name: str, words: str) -> int:
        """The line of the first occurrence."""
        text = self.text(name)
        return text[: text.index(words)].count("\n") + 1

    def read(self, today: date = TODAY) -> Content:
        return read_content(self.root, today)

    def problems(self, today: date = TODAY) -> tuple[Problem, ...]:
        return self.read(today).problems

    def problem(self, words: str, today: date = TODAY) -> Problem:
        """The one problem whose message holds ``words``."""
        problems = self.problems(today)
        found = [problem for problem in problems if words in problem.message]
        assert len(found) == 1, [f"{p.file}:{p.line} {p.message}" for p in problems]
        return found[0]
