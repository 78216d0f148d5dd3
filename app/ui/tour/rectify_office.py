"""The office of the tour of 改: made-up departments and people of a county's civil-affairs bureau."""

from typing import NamedTuple

BUREAU, TITLE = "某县民政局", "社会救助领域以案促改专项"
WRITER, OFFICE_HEAD, CHIEF = "周明", "周立", "高远"
SUPERVISORS, INSPECTOR = "派驻纪检监察组", "冯兰"


class Office(NamedTuple):
    name: str
    subordinate: bool
    head: str
    leader: str


OFFICES = (
    Office("社会救助股", False, "李华", "陈静"),
    Office("养老服务股", False, "沈立", "吴江"),
    Office("儿童福利股", False, "何青", "吴江"),
    Office("社会事务股", False, "许言", "郑宁"),
    Office("社会组织管理股", False, "韩雪", "郑宁"),
    Office("慈善事业促进和社会工作股", False, "罗兰", "郑宁"),
    Office("区划地名股", False, "唐晓", "郑宁"),
    Office("老龄工作股", False, "孟春", "吴江"),
    Office("规划财务股", False, "林静", "高远"),
    Office("办公室", False, "周立", "高远"),
    Office("居民家庭经济状况核对中心", True, "石磊", "陈静"),
    Office("救助管理站", True, "梁平", "陈静"),
    Office("社会福利院", True, "秦芳", "吴江"),
    Office("中心敬老院", True, "邓强", "吴江"),
    Office("婚姻登记处", True, "夏宁", "郑宁"),
    Office("殡葬管理所", True, "曹文", "郑宁"),
    Office("殡仪馆", True, "范成", "郑宁"),
    Office("慈善会办公室", False, "袁野", "高远"),
)
RESCUE, ELDERLY, PLACES, HOME, FINANCE = (OFFICES[place] for place in (0, 1, 6, 13, 8))
"""Those that the play looks at more closely."""
