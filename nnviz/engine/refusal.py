"""The exception every Qt-free room raises: a key and its fields, never a finished sentence.

`nnviz.errors` holds the one table that turns a key into words for the user.
"""


class Refusal(ValueError):
    """Bad input or an impossible request, refused whole. `key` names the sentence, `fields` fill it."""

    def __init__(self, key: str, **fields: object) -> None:
        super().__init__(key, fields)
        self.key = key
        self.fields = fields

    def __str__(self) -> str:
        return f"{self.key} {self.fields}" if self.fields else self.key


class DivergedError(Refusal):
    """The loss or a gradient is no longer a finite number; the parameters are back at the last finite state."""

    def __init__(self, iteration: int, learning_rate: float) -> None:
        super().__init__("diverged", iteration=iteration, learning_rate=learning_rate)
