"""设置: appearance, people, content, data, about."""
