"""The invented colleagues who may sign in to the demo, and their one password."""

from __future__ import annotations

import dataclasses

from dashboard.domain.access import Role

PASSWORD = "portefeuille-demo"  # noqa: S105 - printed to whoever starts the demo


@dataclasses.dataclass(frozen=True)
class SignIn:
    """Somebody of an invented firm."""

    firm: int
    name: str
    email: str
    role: Role
    language: str


SIGN_INS = (
    SignIn(0, "Élise Corbray", "manager@lumiere.example", Role.MANAGER, "fr"),
    SignIn(0, "Loïc Belronde", "editor@lumiere.example", Role.EDITOR, "fr"),
    SignIn(0, "Saskia Laerhoven", "reader@lumiere.example", Role.READER, "nl"),
    SignIn(1, "Wouter Zandbeke", "editor@brabo.example", Role.EDITOR, "nl"),
)
