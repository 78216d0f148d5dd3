"""试题分析: how the questions did."""
