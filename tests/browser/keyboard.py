"""A person who has only a keyboard: nothing here clicks or calls."""

from __future__ import annotations

from itertools import chain, repeat
from typing import TYPE_CHECKING

from tests.browser.focus import Focus, focus_of

if TYPE_CHECKING:
    from playwright.sync_api import Page

TABS = 150
WAYS = (("Tab", 40), ("Shift+Tab", 80), ("Tab", 250))
CHOICES = 30
TYPING_DELAY_MS = 5


class Keys:
    """The keyboard of one page."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self._session = page.context.new_cdp_session(page)
        self._session.send("Accessibility.enable")

    @property
    def focus(self) -> Focus:
        return focus_of(self._session)

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def type(self, text: str) -> None:
        self.page.keyboard.type(text, delay=TYPING_DELAY_MS)

    def replace(self, text: str) -> None:
        """Type over what the focused field holds."""
        self.press("Control+a", "Delete")
        self.type(text)

    def paste(self, text: str) -> None:
        """Insert several lines at once, as Ctrl+V does."""
        self.page.keyboard.insert_text(text)

    def focus_on(self, name: str, *, role: str = "") -> Focus:
        """Press Tab, then Shift+Tab, until the element of this name (and role) has the focus."""
        name, passed = " ".join(name.split()), list[str]()
        for key in chain.from_iterable(repeat(key, times) for key, times in WAYS):
            here = self.focus
            if here.name == name and role in ("", here.role):
                return here
            passed.append(f"{here.role} {here.name!r}")
            self.press(key)
        listed = "\n  ".join(dict.fromkeys(passed))
        message = f"Tab and Shift+Tab did not reach {role} {name!r}. It passed:\n  {listed}"
        raise AssertionError(message)

    def fill(self, name: str, text: str) -> None:
        self.focus_on(name)
        self.replace(text)

    def activate(self, name: str, *, role: str = "") -> None:
        self.focus_on(name, role=role)
        self.press("Enter")

    def toggle(self, name: str, *, role: str = "") -> None:
        self.focus_on(name, role=role)
        self.press("Space")

    def choose(self, name: str) -> None:
        """Pick a radio button: Tab to its group, arrows inside it."""
        seen: set[int] = set()
        for _ in range(TABS):
            here = self.focus
            if here.role == "radio" and here.element not in seen and self._arrow_to(name, seen):
                return
            self.press("Tab")
        message = f"No radio button {name!r} could be reached."
        raise AssertionError(message)

    def _arrow_to(self, name: str, seen: set[int]) -> bool:
        for _ in range(CHOICES):
            here = self.focus
            if here.name == name:
                self.press("Space")
                return True
            if here.element in seen:
                return False
            seen.add(here.element)
            self.press("ArrowDown")
        return False
