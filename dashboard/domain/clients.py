"""Clients of a firm, and what the register knows of them."""

from __future__ import annotations

import dataclasses
import datetime
import enum


class Service(enum.StrEnum):
    """An institution's service that a client is affiliated with and a mandate opens."""

    SECRETARIAT = "secretariat"
    FUND = "fund"


class Kind(enum.StrEnum):
    """What the list filters by: a self-employed person, an employer, a company without staff."""

    SELF_EMPLOYED = "self_employed"
    EMPLOYER = "employer"
    COMPANY = "company"


@dataclasses.dataclass(frozen=True)
class Affiliation:
    """A person or enterprise affiliated with one service."""

    service: Service
    since: datetime.date
    until: datetime.date | None = None
    file_number: str = ""


@dataclasses.dataclass(frozen=True)
class Entry:
    """A person or an enterprise that the institution knows; a person's register number stays masked."""

    id: int
    name: str
    trade_name: str
    enterprise_number: str | None
    register_masked: str | None
    kind: Kind
    nace_version: str
    nace_code: str
    municipality: str
    postal_code: str
    language: str
    affiliations: tuple[Affiliation, ...]
    fte: float | None = None

    @property
    def is_person(self) -> bool:
        return self.register_masked is not None

    @property
    def employer_number(self) -> str | None:
        """The number its payroll facts hang on, when it has staff."""
        return self.enterprise_number if self.kind is Kind.EMPLOYER else None

    def affiliated_with(self, service: Service) -> bool:
        return any(affiliation.service is service for affiliation in self.affiliations)


@dataclasses.dataclass(frozen=True)
class InCharge:
    """The colleague who follows a client."""

    id: int
    name: str


@dataclasses.dataclass(frozen=True)
class Client:
    """One line of a firm's list: the entry, words and marks of the firm and of the reader, open mandates."""

    id: str
    entry: Entry
    reference: str
    note: str
    tags: tuple[str, ...]
    favourite: bool
    mandates: frozenset[Service]
    removed_at: datetime.datetime | None = None
    own_tags: tuple[str, ...] = ()
    in_charge: InCharge | None = None

    @property
    def is_active(self) -> bool:
        return bool(self.mandates)

    def opens(self, service: Service) -> bool:
        return service in self.mandates
