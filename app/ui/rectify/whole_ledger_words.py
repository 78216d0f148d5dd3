"""What people are told of a whole ledger in a file."""

from collections.abc import Iterator

from app.domain.ledger.whole_ledger_summary import ReadInOffer, WholeLedgerSummary

ABOUT = (
    "把台账的全部内容写成一个文件：专项、科室、问题和措施、审签、月报和草稿、自查、风险点、成果、佐证原件，"
    "以及每一处修改记录。"
    "在另一台电脑上“读回”，就能接着用，一样不少。"
)
NOT_ENCRYPTED = (
    "这个文件没有加密，谁拿到都能看到台账的全部内容。请用单位配发的 U 盘当面交接，用完删除，不要用微信、邮箱或网盘传。"
)
ONE_PLACE = "读回后请只在这台电脑上接着记；原来那台电脑上的台账不要再改，否则两边各改各的，合不到一起。"
CONTINUES = (
    "这是本机台账的续写，比本机多 {count} 条记录。读回后本机与文件一致，接着用；本机正在填、还没有报送的月报草稿保留。"
)
_MOST_NAMES = 3


def counts(summary: WholeLedgerSummary) -> str:
    found = (
        *((summary.issues, "个问题"), (summary.measures, "条措施"), (summary.reports, "份月报")),
        *((summary.self_checks, "份对照自查"), (summary.post_risks, "条风险点"), (summary.outcomes, "条成果")),
        (summary.units, "个科室和单位"),
    )
    return "、".join(f"{number} {words}" for number, words in found if number) or "还没有内容"


def facts(summary: WholeLedgerSummary) -> Iterator[tuple[str, str]]:
    """(what, words), in the order in which they are shown."""
    yield "单位", summary.unit or "没有写"
    for title, since, until in summary.campaigns:
        yield "专项", f"{title}（{since:%Y-%m-%d} 至 {until:%Y-%m-%d}）"
    yield "内容", counts(summary)
    yield "佐证", evidence(summary)
    yield "记录", f"{summary.first:%Y-%m-%d} 至 {summary.last:%Y-%m-%d}，{summary.events} 条"
    yield "导出", f"{summary.made_on:%Y-%m-%d}，程序版本 {summary.program}"


def evidence(summary: WholeLedgerSummary) -> str:
    if not summary.evidence:
        return "没有"
    words = f"{summary.evidence} 份，{_size(summary.evidence_bytes)}"
    for names, what in ((summary.missing, "导出时已缺失"), (summary.altered, "导出时已被改动")):
        if names:
            more = "等" if len(names) > _MOST_NAMES else ""
            words += f"；{what} {len(names)} 份（{'、'.join(names[:_MOST_NAMES])}{more}）"
    return words


def about(offer: ReadInOffer) -> tuple[str, str]:
    """(tone, what reading it in would mean here, or why it cannot be)."""
    if offer.refusal:
        return "amber", offer.refusal
    if offer.continues:
        return "ink", CONTINUES.format(count=offer.continues)
    return "ink", ONE_PLACE


def _size(count: int) -> str:
    return f"{count / 1024 / 1024:.1f} MB" if count >= 1024 * 1024 else f"{max(count // 1024, 1)} KB"
