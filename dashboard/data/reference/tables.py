"""Activities, places and joint committees, read once from the vendored tables."""

from __future__ import annotations

import csv
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar

from dashboard.errors import NotFound

if TYPE_CHECKING:
    from collections.abc import Mapping

LANGUAGES = ("en", "fr", "nl", "de")
FLANDERS = "02000"

Row = dict[str, str]
Found = TypeVar("Found")


@dataclass(frozen=True)
class Label:
    """A text and the language it is in, which a screen marks when the reader asked for another."""

    text: str
    language: str


@dataclass(frozen=True)
class Names:
    """One thing's names, the fallback first."""

    labels: tuple[Label, ...]

    def label(self, language: str) -> Label:
        return next((label for label in self.labels if label.language == language), self.labels[0])

    def text(self, language: str) -> str:
        return self.label(language).text


@dataclass(frozen=True)
class Activity:
    """One NACE-BEL code of one version; the pair is the key, since codes changed meaning in 2025."""

    version: str
    code: str
    section: str
    parent: str | None
    names: Names

    def label(self, language: str) -> str:
        return self.names.text(language)

    @property
    def division(self) -> str | None:
        return None if self.code.isalpha() else self.code[:2]

    @property
    def parents(self) -> tuple[Activity, ...]:
        """The codes above this one, nearest first."""
        if self.parent is None:
            return ()
        above = activity(self.version, self.parent)
        return (above, *above.parents)


@dataclass(frozen=True)
class Area:
    """A region, province or arrondissement; Brussels stands among the provinces as 04000."""

    code: str
    names: Names
    region_code: str
    province_code: str | None = None

    def label(self, language: str) -> str:
        return self.names.text(language)


@dataclass(frozen=True)
class Municipality:
    """A municipality of 2025, by its REFNIS code."""

    code: str
    names: Names
    arrondissement: Area
    postal_codes: tuple[str, ...]

    def label(self, language: str) -> str:
        return self.names.text(language)

    @property
    def province(self) -> Area:
        return province(self.arrondissement.province_code or self.arrondissement.region_code)

    @property
    def region(self) -> Area:
        return region(self.arrondissement.region_code)


@dataclass(frozen=True)
class JointCommittee:
    """A joint committee, as declarations (149.01) and as annual accounts (14901) spell it."""

    code: str
    code_in_accounts: str
    names: Names

    def label(self, language: str) -> str:
        return self.names.text(language)


def activity(version: str, code: str) -> Activity:
    return found(activities(), (version, code))


def activities_of(version: str, *, length: int) -> tuple[Activity, ...]:
    """One level of one version: sections have length 1, divisions 2, sub-classes 5."""
    return tuple(one for one in activities().values() if one.version == version and len(one.code) == length)


def municipality(nis: str) -> Municipality:
    return found(municipalities(), nis)


def places_of_postal_code(code: str) -> tuple[Municipality, ...]:
    """Every municipality of a postal code: 1040, 1050 and 1804 lie in two."""
    return tuple(municipality(nis) for nis in found(postal_codes(), code))


def place_of_postal_code(code: str) -> Municipality:
    """Choose the first municipality in the order of REFNIS codes."""
    return places_of_postal_code(code)[0]


def arrondissement(code: str) -> Area:
    return found(arrondissements(), code)


def province(code: str) -> Area:
    return found(provinces(), code)


def region(code: str) -> Area:
    return found(regions(), code)


def joint_committee(code: str) -> JointCommittee:
    """Find a committee by either spelling."""
    return found(joint_committees(), code.replace(".", ""))


def found(table: Mapping[object, Found], key: object) -> Found:
    try:
        return table[key]
    except KeyError:
        raise NotFound("There is no code {code} in the reference tables.", code=key) from None


@cache
def activities() -> Mapping[object, Activity]:
    return MappingProxyType(
        {
            (row["version"], row["code"]): Activity(
                row["version"], row["code"], row["section"], row["parent"] or None, names(row, LANGUAGES)
            )
            for row in rows("activities.csv")
        }
    )


@cache
def municipalities() -> Mapping[object, Municipality]:
    codes: defaultdict[str, list[str]] = defaultdict(list)
    for row in rows("places.csv"):
        codes[row["municipality"]].append(row["postal_code"])
    return MappingProxyType(
        {row["code"]: municipality_of(row, tuple(codes[row["code"]])) for row in rows("municipalities.csv")}
    )


def municipality_of(row: Row, codes: tuple[str, ...]) -> Municipality:
    area = arrondissement(row["arrondissement"])
    return Municipality(row["code"], names(row, local_first(area.region_code)), area, codes)


@cache
def postal_codes() -> Mapping[object, tuple[str, ...]]:
    places: defaultdict[object, tuple[str, ...]] = defaultdict(tuple)
    for row in rows("places.csv"):
        places[row["postal_code"]] += (row["municipality"],)
    return MappingProxyType(dict(places))


@cache
def arrondissements() -> Mapping[object, Area]:
    return areas("arrondissements.csv")


@cache
def provinces() -> Mapping[object, Area]:
    return areas("provinces.csv")


@cache
def regions() -> Mapping[object, Area]:
    return areas("regions.csv")


def areas(file: str) -> Mapping[object, Area]:
    return MappingProxyType({row["code"]: area_of(row) for row in rows(file)})


def area_of(row: Row) -> Area:
    region_code = row.get("region", row["code"])
    return Area(row["code"], names(row, local_first(region_code)), region_code, row.get("province"))


@cache
def joint_committees() -> Mapping[object, JointCommittee]:
    return MappingProxyType(
        {
            row["code_in_accounts"]: JointCommittee(
                row["code"], row["code_in_accounts"], names(row, LANGUAGES)
            )
            for row in rows("joint_committees.csv")
        }
    )


def local_first(region_code: str) -> tuple[str, ...]:
    """Keep the name that the inhabitants use for readers whose language has none."""
    return ("nl", "fr", "de", "en") if region_code == FLANDERS else ("fr", "nl", "de", "en")


def names(row: Row, order: tuple[str, ...]) -> Names:
    return Names(tuple(Label(row[language], language) for language in order if row.get(language)))


def rows(file: str) -> list[Row]:
    text = (resources.files("dashboard.data.reference") / file).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))
