"""Made-up pages: every kind of page and every kind of block, fuller and emptier than cases have them."""

from app.domain.sheet import (
    Bars,
    Choice,
    Column,
    Item,
    Mark,
    Media,
    Moment,
    Picture,
    Quotation,
    Row,
    Sheet,
    SheetKind,
    Text,
)

_OPTIONS = (
    "分段负责，入户核查双人签名",
    "经办人一人填写，事后由股长补审，出现差错再由当事人说明情况",
    "熟人申请登记备案并回避",
    "抽查既看台账也入户见人",
)
_LAW = (
    "有下列行为之一，情节较重的，予以警告、记过或者记大过；情节严重的，予以降级或者撤职：\n"
    "（一）违反规定向管理服务对象收取、摊派财物的；\n（二）在管理服务活动中故意刁难、吃拿卡要的；"
)
QUESTION_TITLE = "哪些措施能直接堵住“一人经手到底”？"


def choices(*marks: Mark) -> tuple[Choice, ...]:
    return tuple(Choice(key, text, mark) for key, text, mark in zip("ABCD", _OPTIONS, marks, strict=True))


HIDDEN = choices(Mark.NONE, Mark.NONE, Mark.NONE, Mark.NONE)
REVEALED = choices(Mark.RIGHT, Mark.WRONG, Mark.RIGHT, Mark.RIGHT)
BOTH_VOTES = Bars(("A", "B", "C", "D"), (31, 6, 27, 0), (40, 2, 36, 9999))
QUESTION = Sheet(SheetKind.QUESTION, "现场作答 · 多选题", QUESTION_TITLE, HIDDEN)
ANSWER = Sheet(SheetKind.QUESTION, "现场作答 · 多选题", QUESTION_TITLE, REVEALED)

SHEETS: dict[str, Sheet] = {
    "cover": Sheet(
        SheetKind.COVER,
        "以案促改警示教育 · 第四季度集体学习",
        "一笔“顺手”的救助金",
        (Text("社会救助岗位人情低保案剖析"), Text("主讲：周明（示例）"), Text("2026年11月24日 · 约 40 分钟")),
    ),
    "agenda": Sheet(
        SheetKind.AGENDA,
        "警示教育大会",
        "今天的议程",
        tuple(Item(f"第{number}项的内容在这里", str(number), f"{number * 5} 分钟") for number in range(1, 7)),
        composite=False,
    ),
    "part": Sheet(SheetKind.PART, "第三项", "案例剖析：一笔“顺手”的救助金", (Text("约 40 分钟"),), composite=False),
    "facts": Sheet(
        SheetKind.FACTS,
        "一、案情（1/3）",
        "从“递一支烟”到“收一张卡”",
        (
            Moment("2025年3月12日", "周某替熟人补签入户核查表，收下两条香烟，没有登记也没有退还。", "【1】"),
            Moment("2025年6月", "办一户收一次“辛苦费”，单笔 500 元至 3000 元", "【2】"),
            Moment("2026年1月8日", "受理、核查、公示、上报由一人包办，公示照片“一图多用”。" * 2, "【3】"),
        ),
    ),
    "question": QUESTION,
    "answer": ANSWER,
    "votes": Sheet(SheetKind.QUESTION, ANSWER.kicker, ANSWER.title, (*REVEALED, BOTH_VOTES)),
    "bars": Sheet(SheetKind.QUESTION, "现场作答", "两次表决的变化", (BOTH_VOTES,)),
    "outcome": Sheet(
        SheetKind.OUTCOME,
        "三、处理结果（示意）",
        "怎么处理的",
        (
            Item("党内严重警告、政务记大过，收缴违纪所得。", "周某"),
            Item("诫勉。", "李某"),
            Text("处理依据见后。", source="处理结果为示意，不作定性量纪依据"),
        ),
    ),
    "clause": Sheet(
        SheetKind.CLAUSE,
        "四、违反条款",
        "中华人民共和国公职人员政务处分法第三十八条",
        (
            Quotation(_LAW, "《中华人民共和国公职人员政务处分法》第三十八条，2020年7月1日施行", excerpt=True),
            Text("【1】【2】收受香烟与“辛苦费”，对象都是申请人。", source="编者说明"),
        ),
    ),
    "opinions": Sheet(
        SheetKind.OPINIONS,
        "五、分歧与评析",
        "这是人情往来，还是收受可能影响公正执行公务的礼品、礼金、消费卡？",
        (Item("香烟价值不大，批评教育即可。", "第一种意见"), Text("编者倾向第二种意见。", strong=True)),
    ),
    "causes": Sheet(SheetKind.CAUSES, "六、原因", "制度：哪里留了口子", (Text("审批一支笔，没有人能看见。" * 6),)),
    "gaps": Sheet(
        SheetKind.GAPS,
        "七、控制缺口",
        "哪些关口没有守住",
        (
            Row(("环节", "应有控制", "实际缺失", "本应由谁发现")),
            Row(("1 入户核查", "两人以上入户，当场签名", "一人填写，事后补签他人姓名", "股长")),
            Row(("2 公示", "张贴七日并留照", "照片“一图多用”", "乡镇经办")),
            Row(("3 近亲属备案", "主动申报并回避", "没有登记", "分管领导")),
        ),
    ),
    "brake": Sheet(SheetKind.BRAKE, "八、刹车点", "第一次可以停下的那一刻", (Text("补签核查表之前。", strong=True),)),
    "lessons": Sheet(
        SheetKind.LESSONS, "九、警示", "记住这几句", (Item("不代签一个名字。", "1"), Item("翻一翻原件。", "2", "【3】"))
    ),
    "discussion": Sheet(SheetKind.DISCUSSION, "十、讨论", "我们单位有没有“一人经手到底”的环节？"),
    "check": Sheet(
        SheetKind.SELF_CHECK,
        "十一、对照检视",
        "本科室是否存在同类风险？",
        (
            Column("监管盲区", "查社会关系、业务关系", ("存在一人从受理办到上报的情形", "存在经办长期固定的情形")),
            Column("纪律意识", "查思想、查习惯", ("存在“图方便”代签、代办的情形",)),
            Column("制度机制", "查规定、查落实", ("存在制度没有写明抽查比例的情形", "存在写了而没有检查过的情形")),
        ),
    ),
    "text": Sheet(SheetKind.TEXT, "", "本单位今年的安排", (Text("低保对象入户抽查比例不低于百分之三十。" * 5),), False),
    "picture": Sheet(SheetKind.PICTURE, "图片", "公示栏前后对比", (Picture("wall.png", "同一张照片"),), False),
    "media": Sheet(SheetKind.MEDIA, "观看", "廉政教育纪录片", (Media("film.mp4", "《一步之遥》 · 20 分钟"),), False),
    "closing": Sheet(SheetKind.CLOSING, "", "请签到，谢谢大家", (Text("会后由各科室填报。"),)),
}
