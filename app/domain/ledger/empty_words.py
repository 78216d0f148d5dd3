"""Words that say nothing that one could check: set phrases of reports, and the small words between them."""

EMPTY_WORDS = tuple(
    """
    高度重视 进一步 切实 扎实 认真 深入 全面 持续 不断 大力 积极 有效 稳步 有序 明显 显著
    较好 良好 加强 强化 提高 提升 推进 推动 落实 压实 做好 抓好 抓实 抓细 贯彻 统筹 优化
    完善 夯实 巩固 深化 增强 严格 严肃 规范 到位 成效 效果 工作 整改 责任 意识 思想 认识
    水平 能力 质量 取得 得到 有力 有所 进展 顺利 基本 总体 情况 各项 要求 措施 力度 机制
    思想上 行动上 领导 组织 学习 精神 相关 方面 问题 目前 正在 将 已 已经 继续 确保 努力
    下一步 下步 下月 本月 我科 我们 本科室 计划 并 和 与 及 了 的 地 得 对 在 上 下 中
    等 把 以 为
    """.split()
)
