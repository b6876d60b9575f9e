"""What stops a piece of work, told in Thai. Anything else that can be said is a Finding."""


class Refusal(Exception):
    """Something was not done, and nothing was changed.

    `reason` is one Thai sentence that says what is wrong and what to do; `code` names the
    case for tests and logs (for example "encrypted", "too-large"). Whatever shows failures
    to people shows the reason of a Refusal as it is.
    """

    def __init__(self, code: str, reason: str) -> None:
        super().__init__(reason)
        self.code = code
        self.reason = reason


class UnreadableFile(Refusal):
    """The file cannot be read as a report."""


class Unprintable(Refusal):
    """Something cannot be put on paper."""

    def __init__(self, reason: str) -> None:
        super().__init__("unprintable", reason)


class WrongSetting(Refusal):
    """A setting of the environment cannot be used."""
