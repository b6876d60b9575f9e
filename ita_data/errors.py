"""What stops a reading. Anything else that can be said about a file is a Finding."""


class UnreadableFile(Exception):
    """The file cannot be read as a report; nothing was changed.

    `reason` is one Thai sentence that says what is wrong and what to do; `code` names
    the case for tests and logs (for example "encrypted", "too-large").
    """

    def __init__(self, code: str, reason: str) -> None:
        super().__init__(reason)
        self.code = code
        self.reason = reason
