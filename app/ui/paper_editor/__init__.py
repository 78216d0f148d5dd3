"""试卷编辑: the unit's own papers."""
