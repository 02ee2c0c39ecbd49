"""Lock: the way out of the booth for its host, by a PIN that can be typed by touch alone.

       corner held 3 s, or a key              the PIN
SHUT ──────────────────────────► ASKING ────────────────► OPEN
  ▲                              │ ▲ │ third wrong PIN
  └───── closed, or 20 s idle ───┘ │ ▼
                          30 s ────┴ WAITING
"""

from __future__ import annotations

import hmac
import math
import secrets

SHUT, ASKING, WAITING, OPEN = "shut", "asking", "waiting", "open"
HOLD = 3.0
"""Seconds for which the corner must be held."""
GIVE_UP = 20.0
"""Seconds without a key after which the pad goes away."""
TRIES = 3
WAIT = 30.0
"""Seconds that the pad takes no keys after so many wrong PINs."""
SHORTEST, LONGEST = 4, 8
"""Digits of a PIN."""


class Lock:
    """state    one of SHUT, ASKING, WAITING, OPEN, see above
    typed    digits typed so far
    wrong    the PIN before was wrong
    """

    def __init__(self, pin: str) -> None:
        self._pin = pin
        self.state = SHUT
        self.typed = ""
        self.wrong = False
        self._tries = 0
        self._held: float | None = None
        self._untouched = self._waited = 0.0

    @property
    def is_shown(self) -> bool:
        """The pad can be seen."""
        return self.state in (ASKING, WAITING)

    @property
    def wait(self) -> int:
        """Whole seconds until keys count again, 0 where they do."""
        return math.ceil(WAIT - self._waited) if self.state == WAITING else 0

    def hold(self, down: bool) -> None:
        """A finger is put on the corner, or taken away."""
        self._held = 0.0 if down else None

    def ask(self) -> None:
        """Show the pad. Going away and coming back does not shorten a wait."""
        if self.state == SHUT:
            self.state = WAITING if self._tries >= TRIES else ASKING
            self._untouched, self.typed, self.wrong = 0.0, "", False

    def press(self, digit: str) -> None:
        """One key of the pad, "0" to "9"."""
        self._untouched = 0.0
        if self.state == ASKING and len(self.typed) < LONGEST:
            self.typed, self.wrong = self.typed + digit, False

    def take_back(self) -> None:
        """The last digit was a mistake."""
        self._untouched = 0.0
        self.typed = self.typed[:-1]

    def enter(self) -> None:
        """That was the PIN."""
        self._untouched = 0.0
        if self.state != ASKING:
            return
        typed, self.typed = self.typed, ""
        if hmac.compare_digest(typed.encode(), self._pin.encode()):
            self.state = OPEN
            return
        self.wrong = True
        self._tries += 1
        if self._tries >= TRIES:
            self.state, self._waited = WAITING, 0.0

    def close(self) -> None:
        """The pad goes away."""
        if self.is_shown:
            self.state, self.typed, self.wrong = SHUT, "", False

    def advance(self, seconds: float) -> None:
        """So much time passes."""
        if self._held is not None:
            self._held += seconds
            if self._held >= HOLD:
                self._held = None
                self.ask()
        if self._tries >= TRIES:
            self._serve(seconds)
        self._untouched += seconds
        if self._untouched >= GIVE_UP:
            self.close()

    def _serve(self, seconds: float) -> None:
        """The wait goes on whether the pad can be seen or not."""
        self._waited += seconds
        if self._waited >= WAIT:
            self._tries, self._waited = 0, 0.0
            self.state = ASKING if self.state == WAITING else self.state


def is_pin(text: str) -> bool:
    """4 to 8 digits, of those on the pad."""
    return SHORTEST <= len(text) <= LONGEST and text.isascii() and text.isdigit()


def new_pin() -> str:
    """A PIN that nobody chose."""
    return f"{secrets.randbelow(10**SHORTEST):0{SHORTEST}d}"
