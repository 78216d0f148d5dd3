"""The general self-check: statements of risk for every problem area, for a department that starts from no case.

Each is a situation in a process that one can go and look at, never a person's conduct.
"""

from dataclasses import dataclass

from app.domain.ledger.dimension import Dimension

TITLE = "通用自查表（覆盖全部突出问题）"


@dataclass(frozen=True, slots=True)
class RiskStatement:
    """``id`` never changes and is never used again: answers refer to it. ``area`` is a slug of labels.PROBLEM_AREAS."""

    id: str
    area: str
    dimension: Dimension
    text: str


_OVERSIGHT, _AWARENESS, _SYSTEM = Dimension
_TEXTS = (
    ("dual-responsibility", _OVERSIGHT, "存在分管事项半年以上没有检查记录的情形"),
    ("dual-responsibility", _AWARENESS, "存在廉政谈话只有签名、没有谈话内容的情形"),
    ("dual-responsibility", _SYSTEM, "存在一岗双责任务没有分解到岗位、没有完成时限的情形"),
    ("eight-rules", _OVERSIGHT, "存在接待、培训、差旅报销由经办科室自行核对、无人复核事由的情形"),
    ("eight-rules", _AWARENESS, "存在接受管理服务对象安排的用餐、用车而没有登记的情形"),
    ("eight-rules", _SYSTEM, "存在公务用车派车单、里程、油卡三项记录对不上的情形"),
    ("eight-rules", _SYSTEM, "存在节日慰问、会议用品采购没有发放清单的情形"),
    ("mass-interest-harm", _OVERSIGHT, "存在救助款项由他人代领、没有委托手续和回访的情形"),
    ("mass-interest-harm", _OVERSIGHT, "存在经办人、村级协理员与申请对象长期固定、没有轮换或交叉复核的情形"),
    ("mass-interest-harm", _AWARENESS, "存在近亲属、熟人申请没有登记、经办人没有回避的情形"),
    ("mass-interest-harm", _SYSTEM, "存在死亡、迁出、收入变化人员没有按月比对停发的情形"),
    ("mass-interest-harm", _SYSTEM, "存在公示只贴在办公场所、没有公示期照片留存的情形"),
    ("nonfeasance", _OVERSIGHT, "存在申请超过规定时限未办结、无人提醒的情形"),
    ("nonfeasance", _AWARENESS, "存在群众来电来访没有登记、没有答复时间的情形"),
    ("nonfeasance", _SYSTEM, "存在一次性告知清单与现行规定不一致、仍在使用的情形"),
    ("nonfeasance", _SYSTEM, "存在主动发现、困难群众排查没有走访记录可查的情形"),
    ("malfeasance", _OVERSIGHT, "存在受理、核查、审批、发放由一人经手的情形"),
    ("malfeasance", _AWARENESS, "存在入户核查表代签、补签、倒签的情形"),
    ("malfeasance", _SYSTEM, "存在收费、罚款、检查的依据和标准没有公开的情形"),
    ("malfeasance", _SYSTEM, "存在项目评审、采购验收没有回避名单和专家意见存档的情形"),
    ("safety-hazard", _OVERSIGHT, "存在养老、儿童、救助机构的检查只填表、没有现场照片和复查记录的情形"),
    ("safety-hazard", _AWARENESS, "存在夜间值守只打电话、没有到岗核对的情形"),
    ("safety-hazard", _SYSTEM, "存在隐患台账没有整改时限、责任人或销号依据的情形"),
    ("internal-management", _OVERSIGHT, "存在出纳、会计、印章、支付口令由一人掌握的情形"),
    ("internal-management", _AWARENESS, "存在考勤、请销假、外出报备没有按规定登记的情形"),
    ("internal-management", _SYSTEM, "存在大额支出、人事、项目事项没有集体研究记录的情形"),
    ("internal-management", _SYSTEM, "存在应当由下属单位公开的收支没有公开的情形"),
    ("secrecy-laxity", _OVERSIGHT, "存在救助对象信息在个人手机、聊天群中传送，无人检查的情形"),
    ("secrecy-laxity", _AWARENESS, "存在离岗不退出业务系统、共用账号口令的情形"),
    ("secrecy-laxity", _SYSTEM, "存在公示材料没有遮去身份证号、银行卡号、病种的情形"),
    ("rectification-failure", _OVERSIGHT, "存在巡察、审计反馈的问题只报进度、没有佐证材料的情形"),
    ("rectification-failure", _AWARENESS, "存在同一问题在不同检查中重复出现的情形"),
    ("rectification-failure", _SYSTEM, "存在制度印发后没有执行检查、没有修订记录的情形"),
    ("rectification-failure", _SYSTEM, "存在重要情况没有按规定时限请示报告的情形"),
)
STATEMENTS = tuple(
    RiskStatement(f"ty-{place:02}", area, dimension, text)
    for place, (area, dimension, text) in enumerate(_TEXTS, start=1)
)
