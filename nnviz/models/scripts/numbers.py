"""Numbers of a script that are arrays: short ones stand where they are used, long ones by name at its end."""

from __future__ import annotations

from dataclasses import dataclass, field

WIDTH = 100
"""Characters in a line; what is no longer stands where it is used."""


@dataclass
class Numbers:
    """Collects the arrays of one script, as text."""

    _texts: dict[str, str] = field(default_factory=dict)

    def put(self, name: str, text: str) -> str:
        """What stands for a text in the program: itself, or `name`, with a number where that is taken."""
        if len(text) <= WIDTH:
            return f'"{text}"'
        taken = [known for known in self._texts if known == name or known.startswith(f"{name}_")]
        free = f"{name}_{len(taken) + 1}" if taken else name
        self._texts[free] = text
        return free

    def __bool__(self) -> bool:
        """True where there is something for the end."""
        return bool(self._texts)

    def lines(self) -> str:
        """What stands at the end."""
        return "\n".join(f'{name} = """\n{_wrapped(text)}\n"""' for name, text in self._texts.items())


def _wrapped(text: str) -> str:
    return "\n".join(text[at : at + WIDTH] for at in range(0, len(text), WIDTH))
