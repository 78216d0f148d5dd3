"""What a build stops for."""


class BuildError(Exception):
    """The build cannot go on; the text says what is wrong and, where one can do something, what."""
