"""Words that appear in more than one place: controlled vocabularies (slug → shown word) and fixed sentences."""

DISCLAIMER = "教学案例：情节据公开违纪类型复合虚构，人物、单位、地名、金额均非真实，请勿对号入座。"
CONFIDENTIALITY = "非涉密计算机使用。不得录入国家秘密、问题线索、举报人信息及未公开的审查调查、巡察材料。"
STUDY_NOTE = "学习提示（编者编写，不作定性量纪依据）"
UNCHECKED = "待核校"
CASE_KINDS = {"case": "教学案例", "exemplar": "典型做法（复合）"}
OWN_EXEMPLAR = "本单位做法"
OWN_DRAFT = "草稿（本单位）"
OWN_EXEMPLAR_NOTE = "本单位做法：由“成果归集”登记的做法整理，不是虚构案例，供本单位学习。不写个人身份信息。"

ROOT_CAUSES = {
    "ideals-lost": "丧失理想信念",
    "hedonism": "贪图享乐",
    "power-abuse": "违规用权",
    "oversight-avoidance": "逃避、拒绝监督",
    "one-man-rule": "独断专行",
    "self-discipline-lax": "自身要求不严格",
    "privilege": "特权思想严重",
    "oversight-missing": "权力监督缺失",
    "system-gap": "制度漏洞、监管盲区",
    "responsibility-weak": "责任旁落虚化、责任心不强",
    "finance-weak": "财经纪律与内控薄弱",
    "discipline-ignorance": "纪律规矩意识淡薄",
    "family-style": "家风不正",
    "inaction": "为官不为、庸散懒拖",
    "formalism": "走过场、马虎应付",
    "duty-neglect": "失职失管",
    "mass-indifference": "服务意识淡薄、漠视群众",
    "disunity": "内部不团结、大局意识差",
    "malicious-report": "造谣诬告",
    "concealment": "瞒报漏报",
    "rectification-hollow": "整改不实",
    "political-achievement": "政绩观错位",
    "collective-violation": "集体违规",
}

PROBLEM_AREAS = {
    "dual-responsibility": "两个责任不力",
    "eight-rules": "违反中央八项规定精神和四风",
    "mass-interest-harm": "损害群众利益",
    "nonfeasance": "不作为",
    "malfeasance": "乱作为",
    "safety-hazard": "安全隐患与机构普查不力",
    "internal-management": "内部管理与作风",
    "secrecy-laxity": "保密信息工作不紧",
    "rectification-failure": "整改不力、瞒报漏报",
}

DOMAINS = {
    "subsistence-allowance": "低保",
    "destitute-support": "特困供养",
    "temporary-assistance": "临时救助",
    "low-income-monitoring": "低保边缘与刚性支出困难",
    "disaster-relief": "救灾救济",
    "veteran-compensation": "优抚",
    "veteran-placement": "安置",
    "lottery-fund": "福彩公益金",
    "official-expenses": "三公经费",
    "works-procurement": "工程建设与政府采购",
    "eldercare": "养老机构与补贴",
    "funeral": "殡葬",
    "social-orgs": "社会组织",
    "charity": "慈善捐赠",
    "marriage-registration": "婚姻登记、收养",
    "child-and-homeless": "儿童福利与流浪救助",
    "petitions": "信访",
    "secrecy-privacy": "保密与个人信息",
    "finance-control": "财务内控、小金库",
    "collective-decision": "民主决策、三重一大",
    "personnel": "人事、公益性岗位",
    "internal-conduct": "内部作风团结",
    "party-responsibility": "两个责任",
    "rectification": "巡察与整改",
    "personal-integrity": "个人廉洁与家风",
    "grassroots-governance": "基层治理",
}
COORDINATED_DOMAINS = frozenset(
    {"disaster-relief", "veteran-compensation", "veteran-placement", "grassroots-governance"}
)

# Six tints of the covers; every domain belongs to one.
TOPIC_TINTS = {
    "群众身边": (
        "subsistence-allowance",
        "destitute-support",
        "temporary-assistance",
        "low-income-monitoring",
        "petitions",
        "marriage-registration",
    ),
    "工程招采": ("works-procurement", "rectification", "party-responsibility", "disaster-relief"),
    "资金管理": ("lottery-fund", "finance-control", "charity", "veteran-compensation"),
    "养老服务": ("eldercare", "funeral", "child-and-homeless", "grassroots-governance"),
    "作风纪律": ("official-expenses", "internal-conduct", "secrecy-privacy", "personal-integrity"),
    "干部选任": ("personnel", "collective-decision", "social-orgs", "veteran-placement"),
}

DISCIPLINES = {
    "politics": "政治纪律",
    "organization": "组织纪律",
    "integrity": "廉洁纪律",
    "mass": "群众纪律",
    "work": "工作纪律",
    "life": "生活纪律",
    "law-crossover": "纪法衔接",
}

FORMS = {"form-1": "第一种形态", "form-2": "第二种形态", "form-3": "第三种形态", "form-4": "第四种形态"}

PARTY_SANCTIONS = {
    "p-warning": "警告",
    "p-serious-warning": "严重警告",
    "p-serious-warning-11": "严重警告（无党内职务可撤）",
    "p-removal": "撤销党内职务",
    "p-probation": "留党察看",
    "p-expulsion": "开除党籍",
}
STATE_SANCTIONS = {
    "a-warning": "警告",
    "a-demerit": "记过",
    "a-major-demerit": "记大过",
    "a-downgrade": "降级",
    "a-dismissal": "撤职",
    "a-discharge": "开除",
}
# Other employees of public institutions (事业单位其他人员) have four sanctions, one of their own.
INSTITUTION_SANCTIONS = {"u-downgrade-post": "降低岗位等级"}
OTHER_MEASURES = {
    "talk-reminder": "谈话提醒",
    "criticism": "批评教育",
    "ordered-review": "责令检查",
    "admonition": "诫勉",
    "suspend": "停职检查",
    "reassign": "调整职务",
    "ordered-resign": "责令辞职",
    "remove": "免职",
    "demote": "降职",
    "org-measure": "对党组织的处理",
    "judicial-transfer": "移送司法机关",
}
SANCTIONS = PARTY_SANCTIONS | STATE_SANCTIONS | INSTITUTION_SANCTIONS | OTHER_MEASURES

RESPONSIBILITIES = {"direct": "直接责任者", "main-leading": "主要领导责任者", "important-leading": "重要领导责任者"}

POSTS = ("领导", "经办", "监督")
SELF_CHECK_DIMENSIONS = ("监管盲区", "纪律意识", "制度机制")
CAUSE_GROUPS = ("个人", "制度", "监督")

# How rules are named to a reader where the authors' short name alone would not say which one is meant.
RULE_NAMES = {
    "条例": "纪律处分条例",
    "政务": "政务处分法",
    "自律准则": "廉洁自律准则",
    "主体责任": "主体责任规定",
    "组织处理": "组织处理规定",
    "检举控告": "检举控告工作规则",
    "农村廉洁": "农村基层干部廉洁规定",
    "救助法": "社会救助法",
    "暂行办法": "社会救助暂行办法",
    "低保办法": "低保审核确认办法",
    "特困办法": "特困人员认定办法",
    "流浪办法": "流浪乞讨人员救助办法",
    "灾害条例": "自然灾害救助条例",
    "抚恤条例": "军人抚恤优待条例",
    "安置条例": "退役军人安置条例",
    "彩票条例": "彩票管理条例",
    "基金会": "基金会管理条例",
    "社团": "社会团体登记管理条例",
    "民非": "民办非企业单位登记条例",
    "老年法": "老年人权益保障法",
    "未保法": "未成年人保护法",
    "村委法": "村民委员会组织法",
    "财政违法": "财政违法行为处罚处分条例",
    "采购法": "政府采购法",
    "招标法": "招标投标法",
    "接待": "公务接待管理规定",
    "公车": "公务用车管理办法",
    "用房": "办公用房管理办法",
    "礼品": "收受礼品登记规定",
    "机关事务": "机关事务管理条例",
    "国资": "行政事业性国有资产管理条例",
    "小金库": "“小金库”处分暂行规定",
    "津补贴": "违规发放津贴补贴处分规定",
    "贪贿解释": "贪污贿赂司法解释",
    "渎职解释": "渎职司法解释（一）",
    "保密法": "保守国家秘密法",
    "个保法": "个人信息保护法",
    "信访": "信访工作条例",
    "安全": "安全生产法",
    "公开": "政府信息公开条例",
    "反浪费": "反食品浪费法",
    "收养": "收养登记办法",
    "婚姻登记": "婚姻登记条例",
    "执纪规则": "监督执纪工作规则",
    "刚性办法": "刚性支出困难家庭认定办法",
    "年检办法": "民办非企业单位年度检查办法",
}

OWN_RULES = "本单位制度"
OWN_MARK = f"{OWN_RULES} · "
"""Before the name of such a rule where it stands among laws, as in a list of hits."""
OWN_NOTE = "本单位制度，学习提示待补。"
"""Stands in a rule of the unit's own as long as nobody has written a study note."""

REGULATION_KINDS = ("国家法律", "党内法规", "行政法规", "部门规章", "部门规范性文件", "司法解释", OWN_RULES)

CONFIDENCE = {"sure": "有把握", "unsure": "不太确定", "guess": "猜测"}


def domain_label(slug: str) -> str:
    """The shown word of a risk domain, with 协同 where another department is in charge today."""
    word = DOMAINS.get(slug, slug)
    return f"{word}（协同）" if slug in COORDINATED_DOMAINS else word


def topic_of(domain: str) -> str:
    """The topic (cover tint) that a risk domain belongs to."""
    return next((topic for topic, domains in TOPIC_TINTS.items() if domain in domains), "群众身边")
