"""Chooses whom the demo's visitor meets."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Collection, Iterable, Mapping

from dashboard.demo.population import BOTH, Known, Population
from dashboard.demo.portfolios import Listing, Reach
from dashboard.demo.sign_ins import PASSWORD, SIGN_INS
from dashboard.demo.stories import Numbered, Story
from dashboard.domain.clients import Kind
from dashboard.domain.identifiers import CompanyNumber, RegisterNumber

# The same in every language, as the authority calls it.
APPLICATION = "payroll"
UNKNOWN_BIRTH, UNKNOWN_COUNTER = datetime.date(1988, 3, 14), 998
MIDDLE_SIZED = range(20, 100)
IMPORTABLE = 3


@dataclasses.dataclass(frozen=True)
class ToTry:
    """Entries that are known but not in the first firm's list, each with a mandate on record."""

    person: Known
    employer: Known
    company: Known
    importable: tuple[Known, ...]
    nobody: CompanyNumber

    @property
    def everybody(self) -> tuple[Known, ...]:
        return (self.person, self.employer, self.company, *self.importable)


def to_try(population: Population, listings: Iterable[Listing]) -> ToTry:
    in_a_list = {listing.known.main_number for listing in listings}
    people = [one for one in population.people if one.main_number not in in_a_list]
    companies = [one for one in population.companies if one.main_number not in in_a_list]
    employers = [one for one in population.employers if one.main_number not in in_a_list]
    return ToTry(
        people[0],
        employers[0],
        companies[0],
        (*employers[1 : IMPORTABLE + 1], people[1]),
        population.spare[0],
    )


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
        unknown_employer=Numbered(trying.nobody.printed),
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
