"""镜鉴: an offline desktop application to learn from cases of misconduct."""

__version__ = "0.1.0"
