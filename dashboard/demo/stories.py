"""Whom a visitor of the demo meets, and the numbers there are to try."""

from __future__ import annotations

import dataclasses
import datetime
import json
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import Any

from dashboard.config import Settings
from dashboard.demo.population import BOTH, Known, Population
from dashboard.demo.portfolios import Listing, Reach
from dashboard.demo.sign_ins import PASSWORD, SIGN_INS
from dashboard.domain.clients import Kind
from dashboard.domain.identifiers import CompanyNumber, RegisterNumber
from dashboard.errors import Misconfigured

FILE = "story.json"
# The same in every language, as the authority calls it.
APPLICATION = "Dimona"
UNKNOWN_BIRTH, UNKNOWN_COUNTER = datetime.date(1988, 3, 14), 998
UNKNOWN_STEM = 1_999_001
MIDDLE_SIZED = range(20, 100)
IMPORTABLE = 3


@dataclasses.dataclass(frozen=True)
class Numbered:
    """A number to type, and the name that the product then shows."""

    number: str
    name: str = ""


@dataclasses.dataclass(frozen=True)
class Story:
    """The first sign-in, a client of theirs, and numbers for each outcome of adding one."""

    person: str
    email: str
    password: str
    client: str
    client_id: str
    application: str
    known_person: Numbered
    unknown_person: Numbered
    listed_person: Numbered
    known_employer: Numbered
    unknown_employer: Numbered
    listed_employer: Numbered
    known_company: Numbered
    importable: tuple[Numbered, ...]


@dataclasses.dataclass(frozen=True)
class ToTry:
    """Entries that are known but not in the first firm's list, each with a mandate on record."""

    person: Known
    employer: Known
    company: Known
    importable: tuple[Known, ...]

    @property
    def everybody(self) -> tuple[Known, ...]:
        return (self.person, self.employer, self.company, *self.importable)


def to_try(population: Population, listings: Iterable[Listing]) -> ToTry:
    in_a_list = {listing.known.main_number for listing in listings}
    people = [one for one in population.people if one.main_number not in in_a_list]
    companies = [one for one in population.companies if one.main_number not in in_a_list]
    employers = [one for one in population.employers if one.main_number not in in_a_list]
    return ToTry(people[0], employers[0], companies[0], (*employers[1 : IMPORTABLE + 1], people[1]))


def tell(
    listings: Iterable[Listing],
    *,
    trying: ToTry,
    special: Collection[str],
    public_ids: Mapping[tuple[int, str], str],
) -> Story:
    """Choose the story's client: an employer of middle size whose two services are open."""
    own = [listing for listing in listings if listing.firm == 0 and listing.reach is Reach.FULL]
    employers = [one.known for one in own if one.known.kind is Kind.EMPLOYER]
    people = [one.known for one in own if one.known.kind is Kind.SELF_EMPLOYED]
    client, listed = sorted(employers, key=lambda known: tells_little(known, special))[:2]
    return Story(
        person=SIGN_INS[0].name,
        email=SIGN_INS[0].email,
        password=PASSWORD,
        client=client.name,
        client_id=public_ids[0, client.main_number.digits],
        application=APPLICATION,
        known_person=numbered(trying.person),
        unknown_person=Numbered(RegisterNumber.invent(UNKNOWN_BIRTH, UNKNOWN_COUNTER).printed),
        listed_person=numbered(people[0]),
        known_employer=numbered(trying.employer),
        unknown_employer=Numbered(CompanyNumber.from_stem(UNKNOWN_STEM).printed),
        listed_employer=numbered(listed),
        known_company=numbered(trying.company),
        importable=tuple(numbered(known) for known in trying.importable),
    )


def tells_little(known: Known, special: Collection[str]) -> tuple[bool, ...]:
    """Least for an employer of middle size with both services and no special state."""
    return (
        known.main_number.digits in special,
        known.services != BOTH,
        known.headcount not in MIDDLE_SIZED,
    )


def numbered(known: Known) -> Numbered:
    return Numbered(known.main_number.printed, known.name)


def keep(story: Story, *, folder: Path) -> None:
    text = json.dumps(dataclasses.asdict(story), ensure_ascii=False, indent=1)
    (folder / FILE).write_text(text, encoding="utf-8")


def story(settings: Settings) -> Story:
    """The story of the world that was built in this folder."""
    path = settings.folder / FILE
    if not path.exists():
        raise Misconfigured("There is no invented world in {folder}.", folder=settings.folder)
    kept: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"), object_hook=numbered_in)
    return Story(**(kept | {"importable": tuple(kept["importable"])}))


def numbered_in(kept: dict[str, Any]) -> Any:  # noqa: ANN401 - what JSON may hold
    return Numbered(**kept) if kept.keys() == {"number", "name"} else kept
