"""What does not belong in the ledger though it has no number and no mark: reporters' names, clues, open cases, gradings
in plain words. A person has to look twice; the words of ordinary work (信访举报渠道, 问题线索移交机制) are let pass."""

import re

from app.domain.confidentiality import review

_SURNAMES = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕施张孔曹严金魏陶姜戚谢邹喻柏窦苏潘葛范彭郎鲁韦马苗凤方俞任袁柳"
    "唐罗薛雷贺倪汤殷毕郝邬安常傅卞齐康伍余顾孟黄穆萧尹姚邵汪祁毛禹狄贝戴宋庞熊纪舒屈项祝董梁杜阮蓝闵席季贾江"
    "童颜郭梅林钟徐邱骆高夏蔡田胡凌霍万柯莫房解丁邓洪包左石崔龚程邢裴陆翁荀甄段侯白刘詹龙叶黎乔谭温聂曾关廖庄欧"
)
_NAME = rf"[{_SURNAMES}](?:某[某甲乙丙]?|[×xX＊*○]{{1,2}}|某)"
"""A name that is covered up: nobody writes one but of a person."""
_REPORTER = r"(?:举报人|检举人|控告人|反映人|信访举报人|上访人|投诉举报人)"
_ENDS = r"(?=[，。；、,;（(\s]|反映|举报|称|说|来信|来电|来访|实名|$)"
_REPORTERS = (
    rf"{_REPORTER}\s*(?:姓名)?\s*[：:]\s*(?!无|略|保密|不详|匿名|[（(＿_])[\u4e00-\u9fff]",
    rf"{_REPORTER}\s*(?:是|为|系|叫)?\s*[“\"]?{_NAME}",
    rf"{_REPORTER}\s*(?:是|为|系|叫)?\s*[{_SURNAMES}][\u4e00-\u9fff]{{1,2}}{_ENDS}",
    rf"{_REPORTER}\s*的?(?:住址|电话|手机号?|单位|身份)\s*(?:是|为|系|[：:])",
    rf"(?:{_NAME}|[{_SURNAMES}](?:女士|先生))\s*(?:来信|来电|来访|实名|署名|匿名)?(?:举报|检举|控告)(?!人|渠道|箱|电话)",
)
_CLUES = (
    r"线索来源\s*(?:[：:]|是|为|于|系)",
    r"(?:问题|案件|违纪|违法|腐败)?线索(?:编号|内容|摘要|详情|情况)?\s*[：:]\s*[^\s＿_0-9一二三四五六七八九十无]",
    r"线索(?:显示|指向|称)(?!牌)",
    rf"{_NAME}[^。；\n]{{0,12}}(?:问题|违纪|违法|案件)线索",
    rf"线索[^。；\n]{{0,12}}(?:反映|涉及)[^。；\n]{{0,8}}{_NAME}",
    r"(?:举报信|检举信|信访件)(?:原文|内容|摘要)?\s*(?:[：:]|称|写道|反映[^。；\n]{0,10}某)",
)
_OPEN = (
    r"(?:已|被|正在|正被|采取|解除|实施|接受)\s*留置(?!送达|针|权|观察)",
    r"留置(?:措施|期间|对象|人员|审查|调查|期限|场所)",
    r"(?:立案|立案审查|立案调查|审查调查|纪律审查|监察调查|初步核实|审查起诉|核查初核)\s*(?:中(?!心|国|发现|的经验)|阶段|期间|进行中)",
    r"(?:正在?|正被|正接受|尚在|仍在)[^。；，\n]{0,6}(?:立案|审查调查|纪律审查|监察调查|初步核实|谈话函询|审查起诉)(?!制度|机制|办法|规程)",
    r"(?:已|被|予以|拟|拟对[^。；，\n]{1,12})(?:被)?立案(?!件|卷|标准|制度|机制|程序|侦查制度)",
    r"(?:案件|本案|该案|此案)[^。；，\n]{0,4}(?:尚未|还未|仍未|未|没有)(?:办结|结案|审结|终结)",
    r"(?:在办|在查|未结|正在办理的|尚未办结的)(?:的)?(?:违纪|违法|职务犯罪|审查调查)?案件(?!台账|清单|数|管理)",
    r"(?:讯问笔录|审查谈话|到案(?!卷|件|例|头)|双规|双指|抓捕)",
)
_GRADES = (r"绝密|机密(?!性)|秘密级|[（(【\[]秘密[）)】\]]|(?:定为|列为|标注|标有)秘密",)
_KINDS = (
    ("像是举报人的情况", _REPORTERS),
    ("像是问题线索的内容", _CLUES),
    ("像是正在办理的案件", _OPEN),
    ("提到密级", _GRADES),
)
_PATTERNS = tuple((words, re.compile("|".join(patterns))) for words, patterns in _KINDS)
_PLAIN = re.compile(
    r"非涉密|不涉密|(?:国家|商业|工作|个人)秘密(?!级)|(?:不得|不|严禁|禁止|不再|不能|不许|防止)[^。；，\n]{0,10}(?:绝密|机密)"
)
"""Ways to speak of secrets that give none away."""


def warnings_of(text: str) -> tuple[str, ...]:
    """What asks for a second look before an entry of the ledger is kept. Nothing of a text with a mark that is refused
    anyway: that has to go first."""
    standing = review(text)
    if standing.refusal:
        return ()
    plain = _PLAIN.sub("", text)
    found = tuple(words for words, pattern in _PATTERNS if pattern.search(plain))
    return (*standing.warnings, *found)


def numbers_in(text: str) -> tuple[str, ...]:
    """Only what looks like a number of a person."""
    return review(text).warnings


def second_look(warnings: tuple[str, ...]) -> str:
    """The sentence to a person who has typed it."""
    return f"所写的有一处{'、'.join(warnings)}。本机不录入这些内容：请删去，或改成不指向具体的人和案件的说法。"
