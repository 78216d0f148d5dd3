"""我的摘录: one's own highlights, notes and reflections."""
