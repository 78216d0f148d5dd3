"""以案促改 is not in this version: what it will be for, why it is not here, what one can do today."""

from app.ui.kit.page import PageFacts
from app.ui.parts.absent_page import AbsentPage


class RectifyPage(AbsentPage):
    facts = PageFacts("rectify", "以案促改", "改", "以案促改")
    purpose = "把学到的落到本科室：对照自查、形成问题清单、定整改措施（不少于3条）、每月填报、销号，再回头看是否反弹。"
    reason = (
        "整改台账要分清责任、逐级审签，还要收齐各科室的填报，记错或丢失都会影响正式工作。"
        "这部分要先与单位的实际流程核对，所以本版没有放进来，也不放只能用一半的功能。"
    )
    today = (
        ("学一个案例", "在案例库选一篇与本科室业务相近的案例，读完“控制缺口”“整改措施”和“岗位对照”。"),
        ("逐条对照", "拿每一个控制缺口对照本科室的流程：存在、未发现，还是需核实。只看流程上的风险，不针对个人。"),
        ("记下要核实的", "用案例里的“记笔记”写下需要核实的环节，在“学习 · 我的摘录”里可以一次复制全部。"),
        ("按现行办法办理", "由科室负责人确认后，按单位现有的整改台账和月报办理。"),
    )
    warning = "涉及本人或他人违纪违法的，不在此填写，请直接向党组织或派驻纪检监察组报告。"
