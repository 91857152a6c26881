"""Everybody whom the institution knows: employers, companies without staff, self-employed people."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Iterator

import numpy as np
import pandas as pd

from dashboard.data.reference.tables import municipalities, municipality
from dashboard.demo import names
from dashboard.demo.employers import FIRST_STEM, STEMS
from dashboard.demo.words import MEN, WOMEN
from dashboard.domain.clients import Kind, Service
from dashboard.domain.identifiers import CompanyNumber, RegisterNumber, Sex

NUMBERED = 3
SPARE = 8
BOTH, SECRETARIAT, FUND = tuple(Service), (Service.SECRETARIAT,), (Service.FUND,)
ALSO_WITH_THE_FUND = 0.55
BIRTHS_FROM, BIRTHS_TO = datetime.date(1955, 1, 1), datetime.date(2003, 12, 31)
COUNTERS = tuple(range(990, 998))
LONGEST_YEARS = 15
DAYS = 365
COMPANY_ACTIVITIES = ("70200", "68201", "64210", "62200", "69209")
TRADES_OF_PEOPLE = ("96210", "69101", "86230", "43320", "71112", "62100")


@dataclasses.dataclass(frozen=True, slots=True)
class Known:
    """One person or enterprise that the institution knows."""

    kind: Kind
    number: CompanyNumber | None
    register_number: RegisterNumber | None
    name: str
    nace: str
    municipality: str
    municipality_name: str
    postal_code: str
    language: str
    headcount: int
    fte: float | None
    services: tuple[Service, ...]
    since: datetime.date
    trade_name: str = ""

    @property
    def main_number(self) -> CompanyNumber | RegisterNumber:
        """The number that an accountant would type: a person's register number, an enterprise's own."""
        number = self.register_number or self.number
        assert number is not None  # noqa: S101 - nobody is invented without a number
        return number


@dataclasses.dataclass(frozen=True)
class Population:
    """All of them, by kind, and some right enterprise numbers that nobody has."""

    employers: tuple[Known, ...]
    companies: tuple[Known, ...]
    people: tuple[Known, ...]
    spare: tuple[CompanyNumber, ...]

    def __iter__(self) -> Iterator[Known]:
        yield from self.employers
        yield from self.companies
        yield from self.people


def invent_population(employers: pd.DataFrame, *, seed: int, today: datetime.date) -> Population:
    others = min(20_000, max(90, len(employers) // 8))
    rng = np.random.default_rng([seed, 3])
    numbers = unused_numbers(employers, rng, count=2 * others + SPARE)
    population = Population(
        employers=tuple(employers_in(employers, rng, np.random.default_rng([seed, 7]), today=today)),
        companies=tuple(a_company(number, rng, today=today) for number in numbers[:others]),
        people=tuple(people_with(numbers[others:-SPARE], rng, today=today)),
        spare=numbers[-SPARE:],
    )
    return with_names_apart(population)


def unused_numbers(
    employers: pd.DataFrame, rng: np.random.Generator, *, count: int
) -> tuple[CompanyNumber, ...]:
    """Numbers of the range that no enterprise has, except those of the invented employers."""
    used = employers["employer"].str.slice(0, 8).astype("int64")
    free = np.setdiff1d(np.arange(FIRST_STEM, FIRST_STEM + STEMS), used)
    return tuple(CompanyNumber.from_stem(int(stem)) for stem in rng.choice(free, size=count, replace=False))


def people_with(
    numbers: tuple[CompanyNumber, ...], rng: np.random.Generator, *, today: datetime.date
) -> Iterator[Known]:
    """Self-employed people; a third of them with an enterprise number on record."""
    for index, birth in enumerate(births(len(numbers), rng)):
        number = numbers[index] if index % NUMBERED == 0 else None
        yield a_person(birth, number, rng, today=today)


def employers_in(
    frame: pd.DataFrame, rng: np.random.Generator, trading: np.random.Generator, *, today: datetime.date
) -> Iterator[Known]:
    """Trade names are drawn apart, so that the rest of a world is the same with them and without."""
    for row in frame.itertuples():
        language = names.language_at(str(row.municipality), str(row.region), rng)
        headcount = int(row.headcount)  # type: ignore[arg-type] # a row of pandas has loose types
        yield Known(
            kind=Kind.EMPLOYER,
            number=CompanyNumber(str(row.employer)),
            register_number=None,
            name=names.business_name(str(row.section), language, rng),
            nace=str(row.nace),
            municipality=str(row.municipality),
            municipality_name=municipality(str(row.municipality)).label(language),
            postal_code=str(row.postal_code),
            language=language,
            headcount=headcount,
            fte=None if pd.isna(row.fte) else float(row.fte),  # type: ignore[arg-type] # the same
            services=BOTH if rng.random() < ALSO_WITH_THE_FUND else SECRETARIAT,
            since=some_day(rng, today=today),
            trade_name=names.trade_name(str(row.section), language, trading),
        )


def a_company(number: CompanyNumber, rng: np.random.Generator, *, today: datetime.date) -> Known:
    place = names.one_of(tuple(municipalities().values()), rng)
    language = names.language_at(place.code, place.region.code, rng)
    return Known(
        kind=Kind.COMPANY,
        number=number,
        register_number=None,
        name=names.holding_name(language, rng),
        nace=names.one_of(COMPANY_ACTIVITIES, rng),
        municipality=place.code,
        municipality_name=place.label(language),
        postal_code=place.postal_codes[0],
        language=language,
        headcount=0,
        fte=None,
        services=FUND,
        since=some_day(rng, today=today),
    )


def a_person(
    birth: RegisterNumber, number: CompanyNumber | None, rng: np.random.Generator, *, today: datetime.date
) -> Known:
    place = names.one_of(tuple(municipalities().values()), rng)
    language = names.language_at(place.code, place.region.code, rng)
    first_names = WOMEN if birth.sex is Sex.FEMALE else MEN
    called = names.first_name(language, rng, names=first_names)
    return Known(
        kind=Kind.SELF_EMPLOYED,
        number=number,
        register_number=birth,
        name=f"{names.surname(language, rng)}, {called}",
        nace=names.one_of(TRADES_OF_PEOPLE, rng),
        municipality=place.code,
        municipality_name=place.label(language),
        postal_code=place.postal_codes[0],
        language=language,
        headcount=0,
        fte=None,
        services=FUND,
        since=some_day(rng, today=today),
    )


def births(count: int, rng: np.random.Generator) -> Iterator[RegisterNumber]:
    """Register numbers with counters that are hardly ever handed out, each once."""
    days = (BIRTHS_TO - BIRTHS_FROM).days
    for drawn in rng.choice(days * len(COUNTERS), size=count, replace=False):
        day, counter = divmod(int(drawn), len(COUNTERS))
        yield RegisterNumber.invent(BIRTHS_FROM + datetime.timedelta(days=day), COUNTERS[counter])


def some_day(rng: np.random.Generator, *, today: datetime.date) -> datetime.date:
    return today - datetime.timedelta(days=int(rng.integers(DAYS, LONGEST_YEARS * DAYS)))


def with_names_apart(population: Population) -> Population:
    everybody = tuple(population)
    told = names.told_apart([one.name for one in everybody], [one.municipality_name for one in everybody])
    renamed = tuple(dataclasses.replace(one, name=name) for one, name in zip(everybody, told, strict=True))
    return Population(
        employers=tuple(one for one in renamed if one.kind is Kind.EMPLOYER),
        companies=tuple(one for one in renamed if one.kind is Kind.COMPANY),
        people=tuple(one for one in renamed if one.kind is Kind.SELF_EMPLOYED),
        spare=population.spare,
    )
