"""Tones: which three colours (text, ground, line) say red, ink, green, amber, grey or plain."""

TONES: dict[str, tuple[str, str, str]] = {
    "red": ("red", "red_soft", "red_line"),
    "ink": ("ink", "ink_soft", "ink_line"),
    "green": ("green", "green_soft", "green_line"),
    "amber": ("amber", "amber_soft", "amber_line"),
    "grey": ("text2", "surface3", "surface3"),
    "plain": ("text2", "surface", "border"),
}

TONE_ICONS: dict[str, str] = {
    "red": "error_circle",
    "ink": "info",
    "green": "checkmark_circle",
    "amber": "warning",
    "grey": "info",
    "plain": "info",
}
"""The shape that goes with a tone, so that colour never speaks alone."""
