"""What the departments of the tour report each month: another month's work each time, by fact."""

from app.domain.ledger.monthly_report import ReportText

CHECK_PAPER, FILE_PAPER = "入户核查表", "临时救助卷宗"
MONTHS = (
    (
        "{d}日由负责人带队清点{p}{a}份，不合要求的{b}份，逐份写明原因并附在台账后；当周约请经办人{c}名当面核对。",
        "{b}份里有{c}份的原经办人已经调离，补材料要等本人回来签字。",
        "下月10日前把{b}份全部补正，15日前请分管领导抽看{c}份。",
    ),
    (
        "上月列出的{b}份已补正，{d}日分管领导抽看{c}份，与原始材料一致；办理规程增加第二人签字一栏，旧表收回{a}张。",
        "规程印发以后，有{c}个窗口当天仍在用旧表，已经换下。",
        "下月15日前组织经办人培训一次，现场每人填一份新表。",
    ),
    (
        "{d}日培训经办人{e}名，当场填写新表，填错的{c}名次日重新填写合格；本月新办的{a}份{p}全部用了新表。",
        "无",
        "下月起每周抽查{p}5份，月底通报结果。",
    ),
    (
        "四周共抽查{p}20份，{c}份缺日期，当日退回补齐；抽查结果{d}日在会上通报，有通报稿。",
        "抽查都由自己做，还缺一次外部核对。",
        "下月请规划财务股联合抽查一次，不少于{a}份，并走访{e}户。",
    ),
    (
        "{d}日与规划财务股联合抽查{p}{a}份，走访{e}户，收到意见{c}条，当月书面答复{c}条。",
        "有1条意见要改县级信息系统，本单位改不了。",
        "下月向分管领导书面报请系统对接，{c}条意见逐条电话回访。",
    ),
    (
        "{d}日就信息系统书面报请，县数据部门答复年内排期；{c}条意见电话回访，提意见的{c}户都说已经办了。",
        "系统改好以前靠人工比对，每份约多用20分钟。",
        "下月清点{p}一次，与年初清单逐份核对，少一份查一份。",
    ),
)


def month_text(paper: str, month: int, place: int) -> ReportText:
    """``month`` from 1; ``place`` tells units apart. What was planned last month was done this month."""
    facts = {
        "p": paper,
        "a": 18 + place * 3 + month,
        "b": 4 + place % 5,
        "c": 2 + place % 3,
        "d": 6 + (place * 5 + month) % 12,
        "e": 9 + place,
    }
    return ReportText(*(text.format(**facts) for text in MONTHS[(month - 1) % len(MONTHS)]))


WHOLE = (
    ("{d}日开会逐条过问题清单，到会{n}人，会议记录存办公室。", "{p}日前把到期措施逐条问一遍责任人，写进台账。"),
    ("到期措施已逐条问过责任人，{n}名责任人当面说明进度，台账{d}日更新。", "{p}日请派驻组来看一次，列出还缺的佐证。"),
    ("派驻组{d}日来看，指出缺佐证{n}份，已补齐并附目录。", "{p}日再开会过一次问题清单。"),
)


def unit_text(month: int, place: int) -> ReportText:
    """Of a unit as a whole."""
    work, plan = WHOLE[(month + place) % len(WHOLE)]
    facts = {"d": 4 + (place + month) % 9, "n": 3 + place % 7, "p": f"{month % 12 + 1}月{4 + (place + month + 1) % 9}"}
    return ReportText(work.format(**facts), "无", plan.format(**facts))
