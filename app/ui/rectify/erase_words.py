"""What the dialog of 误录清除 says, by what is to be wiped."""

from typing import NamedTuple


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
NOT_BY_VOIDING = "录入了不该录的内容，作废去不掉，请用问题页“更多”里的“误录清除”，连同这个问题一起清除后重新登记。"
"""Said where a part of an issue is made void: a part cannot be wiped by itself."""
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
