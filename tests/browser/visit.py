"""One person before one browser window: what they read, say and press."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from dashboard.i18n import Language
    from tests.browser.keyboard import Keys
    from tests.browser.watch import Watch


@dataclass(frozen=True)
class View:
    """How wide the window is, and which colours the person asks for."""

    width: int = 1280
    height: int = 900
    scheme: str = "light"


@dataclass(frozen=True)
class Visit:
    """A window, its keyboard, and the language of the person before it."""

    page: Page
    keys: Keys
    watch: Watch
    reader: Language
    address: str

    def open(self, path: str = "/") -> None:
        self.page.goto(self.address + path)

    def said(self, sentence: str, /, **values: object) -> str:
        """The sentence as this reader reads it."""
        return self.reader.text(sentence, **values)

    def activate(self, sentence: str, /, *, role: str = "", **values: object) -> None:
        self.keys.activate(self.said(sentence, **values), role=role)

    def choose(self, sentence: str, /) -> None:
        self.keys.choose(self.said(sentence))

    def fill(self, sentence: str, text: str, /) -> None:
        self.keys.fill(self.said(sentence), text)

    def sees(self, sentence: str, /, **values: object) -> None:
        self.sees_name(self.said(sentence, **values))

    def sees_name(self, text: str) -> None:
        expect(self.page.get_by_text(text).filter(visible=True).first).to_be_visible()

    def sees_heading(self, sentence: str, /, **values: object) -> None:
        heading = self.page.get_by_role("heading", name=self.said(sentence, **values)).first
        expect(heading).to_be_visible()
