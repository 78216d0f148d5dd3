"""What the dialog of 误录清除 says, by what is to be wiped."""

from typing import NamedTuple

from app.domain.ledger.entry_clearing import LISTS, signatures
from app.domain.ledger.issue import Issue
from app.domain.ledger.stub import StubKind
from app.ui.rectify.measure_words import measure_name


class EraseWords(NamedTuple):
    """``gone`` for good, ``instead`` the right way for an entry that is merely wrong, ``more`` what is to be known of
    this very one, ``follows`` what becomes of others, or "". ``stays`` is what can be seen of it afterwards."""

    title: str
    gone: str
    instead: str
    stays: str = "谁在什么时候清除、为什么。"
    more: str = ""
    follows: str = ""


FOR_GOOD = "清除以后谁也找不回来。"
ELSEWHERE = "已经导出的文件、备份、纸质件，以及别的电脑和 U 盘上的副本，本程序清除不到，请另外收回。"
NOT_BY_VOIDING = "录入了不该录的内容，作废去不掉，请用它旁边的“误录清除”。"
"""Said where a part of an issue is made void."""
FILES = "文件先用零覆盖再删除；固态硬盘会不会另存旧块，程序保证不了。"


def issue_words(number: int, more: str = "", follows: str = "") -> EraseWords:
    gone = (
        "问题的全部文字、措施、审签记录、监督意见、督办、回头看和佐证文件，"
        "各月月报里关于它的内容，以及形成它的那条自查说明。"
    )
    instead = "内容写错、登记重复、已不成立的，请用“修改问题”或“作废”。"
    stays = f"序号 {number}、谁在什么时候清除、为什么。序号不再使用。"
    return EraseWords(f"误录清除：第 {number} 号问题", gone, instead, stays, f"{FILES}{more}", follows)


def evidence_words(name: str) -> EraseWords:
    gone = f"“{name}”这份文件和它的文件名。靠它记为完成的措施，从此缺少佐证。"
    return EraseWords("误录清除：佐证文件", gone, "只是传错、不再需要的，请用“移出”。", more=FILES)


_ONCE = "登记过这样一条、是谁在什么时候登记的；谁在什么时候清除、为什么。"
_ENTRIES = {
    StubKind.MEASURE: (
        "这条措施写过的全部文字：做什么、责任人、佐证要求、完成情况、报请和答复、作废原因，改过的历次写法也在内。"
        "佐证文件不在其内，请另外清除。",
        "写错的请用“修改”，不再做的请用“作废”。",
        "措施的序号、类别和日期，不再计数；谁在什么时候清除、为什么。",
    ),
    StubKind.ACT: ("这条督办事项和它的日期、作废原因。", "登记错了的，请用“作废”。", _ONCE),
    StubKind.OPINION: ("这条监督意见的全部文字、提出单位、日期和作废原因。", "登记错了、重复的，请用“作废”。", _ONCE),
    StubKind.LOOK_BACK: (
        "这一次回头看的全部文字、日期和作废原因。这个月份的回头看重新到期。",
        "看错了、写错了的，请用“作废”。",
        _ONCE,
    ),
    StubKind.SIGNATURE: (
        "这一步登记的意见，退回或重新打开以前的同一次登记也在内。扫描件不在其内，请在佐证材料里另外清除。",
        "登记错了的，请用“退回上一步”。",
        "步骤、姓名、职务、日期和纪要编号，审签照旧有效；谁在什么时候清除、为什么。",
    ),
}


def entry_words(kind: StubKind, which: str, more: str = "", follows: str = "") -> EraseWords:
    """Of one entry of an issue; ``which`` one it is."""
    gone, instead, stays = _ENTRIES[kind]
    return EraseWords(f"误录清除：{which}", gone, instead, stays, more, follows)


def entry_name(issue: Issue, kind: StubKind, place: int) -> str:
    """监督意见（2026-03-02）: nothing of what it says."""
    match kind:
        case StubKind.MEASURE:
            return measure_name(place)
        case StubKind.SIGNATURE:
            return f"{kind.words}（{signatures(issue)[place].step}）"
        case _:
            return f"{kind.words}（{getattr(issue, LISTS[kind])[place].on:%Y-%m-%d}）"


RISK = EraseWords(
    "误录清除：岗位廉政风险点",
    "这一条风险点的全部文字和修改记录。已由它转成的整改问题不在其内，请另外清除。",
    "岗位撤并、不再适用的，请用“作废”。",
)
CHECK = EraseWords(
    "误录清除：对照自查表",
    "这份自查表的全部作答和说明。由它形成的整改问题不在其内，请另外清除。",
    "答错了的，改答就可以；做完后情况有变化的，另做一份。",
)
OUTCOME = EraseWords(
    "误录清除：成果",
    "这条成果的全部文字；制度连同对它的回头看和法规库里的文本，好做法连同案例库里的草稿。",
    "重复登记、登记有误的，请用“作废”。",
    more=FILES,
)


RULE_LOOK = EraseWords(
    "误录清除：制度回头看",
    "这一次制度回头看的全部文字和修改记录。制度的结论以其余有效的为准，法规库里的标注随之改回。",
    "看错了、写错了的，请用“作废”。",
)


def report_words(unit: str, month: str) -> EraseWords:
    gone = f"{unit}{month}月报的全部版本、正在填写的内容和修改记录。清除后这个月算作未报，要重新填报。"
    return EraseWords(f"误录清除：{month}月报", gone, "数字、文字写错的，请用“更正”，旧的一版会保留。")
