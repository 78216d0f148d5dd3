"""回头看 of an issue: 措施落实, 是否反弹, 群众反映, by fact."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from app.domain.ledger.look_back import AFTER_MONTHS, EXTRA, LookBack, Relapse
from app.ui.kit.choice_field import ChoiceField
from app.ui.kit.form_field import FormField, line_field
from app.ui.kit.layouts import boxed, row
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.segment_control import SegmentControl
from app.ui.rectify.ledger_date_field import LedgerDateField
from app.ui.rectify.look_back_field import LookBackField
from app.ui.rectify.look_back_form import LookBackForm

DONE = "如：12日到现场抽查核查表 30 份，双签 30 份；调取 8 户影像，均有两人同框"
PUBLIC = "如：电话回访 20 户，18 户说两人到场，2 户记不清；意见箱本月 0 件"
BY_FACT = "写看到了什么、问了谁、多少。只有形容词、没有可以核对的事的，不能保存。"


class LookBackIssueDialog(LookBackForm):
    def __init__(
        self,
        anchor: QWidget,
        title: str,
        months: int,
        today: date,
        who: str,
        save: Callable[[LookBack], None],
    ) -> None:
        """``months`` is the one that is due; ``save`` may raise UserError."""
        choices = [(str(one), f"第 {one} 个月") for one in AFTER_MONTHS] + [(str(EXTRA), "另行回头看")]
        self.months = ChoiceField("第几个月", choices, str(months))
        self.on = LedgerDateField("回头看日期", today, today, past=True)
        self.by = line_field("回头看的人", who, "姓名，几人的用顿号隔开", 60)
        self.relapse = SegmentControl([(one.name, one.value) for one in Relapse], Relapse.NONE.name, "是否反弹")
        self.done, self.public = LookBackField("措施落实", DONE, 110), LookBackField("群众反映", PUBLIC, 110)
        first = row(
            (FormField("第几个月", self.months), 2),
            (FormField("日期", self.on), 3),
            (FormField("谁去看的", self.by), 4),
            spacing=14,
        )
        rows = [
            Paragraph(BY_FACT, 15, "text2"),
            boxed(first),
            self.done,
            FormField("是否反弹", boxed(row(self.relapse, None))),
            self.public,
        ]
        super().__init__(
            anchor, title, rows, {"措施落实": self.done, "群众反映": self.public}, lambda: save(self.look())
        )

    def look(self) -> LookBack:
        """Raises UserError for what is no date."""
        relapse = Relapse[self.relapse.chosen()]
        texts = (self.done.text().strip(), relapse, self.public.text().strip())
        return LookBack(int(self.months.chosen()), self.on.needed_day(), self.by.text().strip(), *texts)
