"""What the register answers to a correct number."""

from __future__ import annotations

import dataclasses
import enum

from dashboard.domain.clients import Client, Entry
from dashboard.domain.identifiers import CompanyNumber, RegisterNumber


class Outcome(enum.StrEnum):
    """What the register says of a correct number, as this firm may know it."""

    KNOWN = "known"
    LISTED = "already in the list"
    UNKNOWN = "unknown"


@dataclasses.dataclass(frozen=True)
class LookUp:
    """One number that was looked up."""

    number: CompanyNumber | RegisterNumber
    outcome: Outcome
    entry: Entry | None
    client: Client | None
