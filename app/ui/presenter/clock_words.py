"""Minutes and seconds as the console writes them."""


def clock(seconds: int) -> str:
    """ "18:42", "1:02:05"; below nought with a minus."""
    sign, whole = ("−", -seconds) if seconds < 0 else ("", seconds)
    hours, rest = divmod(whole, 3600)
    minutes, left = divmod(rest, 60)
    return f"{sign}{hours}:{minutes:02}:{left:02}" if hours else f"{sign}{minutes:02}:{left:02}"
