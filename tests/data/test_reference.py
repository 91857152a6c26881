import csv
import os
from pathlib import Path

import pytest

from dashboard.data.reference import rebuild, tables
from dashboard.errors import NotFound

ROOT = Path(__file__).resolve().parents[2]
SHIPPED = ROOT / "dashboard" / "data" / "reference"
REAL = Path(os.environ.get("REAL_DATA", ROOT.parent / "shared" / "data"))

present = pytest.mark.skipif(not REAL.exists(), reason="the sources are not on this machine")


def rows(path):
    return list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))


def test_the_shipped_tables_are_what_the_script_makes(tmp_path):
    rebuild.rebuild(tmp_path)

    made = {path.name: path.read_bytes() for path in tmp_path.glob("*.csv")}
    assert made == {path.name: path.read_bytes() for path in SHIPPED.glob("*.csv")}


@pytest.mark.parametrize(
    ("version", "counts"), [("2008", (21, 88, 272, 615, 943)), ("2025", (22, 87, 287, 651, 977))]
)
def test_activities_have_every_level(version, counts):
    assert tuple(len(tables.activities_of(version, length=length)) for length in range(1, 6)) == counts


def test_every_activity_has_four_labels_and_reaches_its_section():
    for one in tables.activities().values():
        assert {label.language for label in one.names.labels} == {"en", "fr", "nl", "de"}
        assert (one, *one.parents)[-1].code == one.section


def test_an_activity_knows_its_parents():
    one = tables.activity("2025", "62100")

    assert [above.code for above in one.parents] == ["6210", "621", "62", "K"]
    assert (one.division, one.section) == ("62", "K")
    assert one.label("fr") == "Activités de programmation informatique"
    assert tables.activity("2025", "K").division is None


def test_a_code_means_another_thing_in_another_version():
    assert tables.activity("2008", "25300").label("en") != tables.activity("2025", "25300").label("en")
    assert tables.activity("2008", "62010").section == "J"


def test_section_titles_are_sentences_and_not_shouted():
    for version in ("2008", "2025"):
        for section in tables.activities_of(version, length=1):
            for label in section.names.labels:
                assert not label.text.isupper()
                assert "--" not in label.text
                assert "sect" not in label.text.lower()[:5]
    assert tables.activity("2025", "A").label("de") == "Land- und Forstwirtschaft, Fischerei"


def test_places_are_those_of_2025():
    assert len(tables.municipalities()) == 565
    assert len(tables.postal_codes()) == 1149
    assert (len(tables.arrondissements()), len(tables.provinces()), len(tables.regions())) == (43, 11, 3)
    assert len(tables.joint_committees()) == 180


def test_a_merged_municipality_follows_its_new_province():
    zwijndrecht = tables.place_of_postal_code("2070")

    assert (zwijndrecht.arrondissement.code, zwijndrecht.province.code) == ("46000", "40000")
    assert zwijndrecht.region.label("nl") == "Vlaams Gewest"


def test_brussels_stands_among_the_provinces():
    brussels = tables.municipality("21004")

    assert (brussels.province.code, brussels.region.code) == ("04000", "04000")
    assert [place.code for place in tables.places_of_postal_code("1040")] == ["21004", "21005"]
    assert tables.place_of_postal_code("1040") == brussels


def test_a_place_without_a_german_name_shows_the_one_its_inhabitants_use():
    antwerp, namur = tables.municipality("11002"), tables.municipality("92094")

    assert (antwerp.names.label("de"), namur.names.label("de")) == (
        tables.Label("Antwerpen", "nl"),
        tables.Label("Namur", "fr"),
    )
    assert (antwerp.label("fr"), namur.label("nl")) == ("Anvers", "Namen")


def test_every_municipality_has_a_postal_code_and_an_arrondissement():
    for place in tables.municipalities().values():
        assert place.postal_codes
        assert place.arrondissement == tables.arrondissement(place.arrondissement.code)
        assert place.province.region_code == place.region.code


def test_a_joint_committee_is_found_by_either_spelling():
    committee = tables.joint_committee("149.01")

    assert committee == tables.joint_committee("14901")
    assert (committee.code, committee.code_in_accounts) == ("149.01", "14901")
    assert committee.names.label("en").language == "fr"
    assert committee.label("nl") != committee.label("fr")


@pytest.mark.parametrize(
    "ask",
    [
        lambda: tables.activity("2025", "00000"),
        lambda: tables.municipality("x"),
        lambda: tables.place_of_postal_code("0000"),
        lambda: tables.joint_committee("999"),
        lambda: tables.region("1"),
    ],
)
def test_an_unknown_code_is_said_to_be_unknown(ask):
    with pytest.raises(NotFound, match="no code"):
        ask()


@pytest.mark.real
@present
def test_activities_agree_with_the_register():
    theirs = {
        (row["version"], row["code"]): (row["section"], row["parent"] or None)
        for row in rows(REAL / "nace" / "nacebel_2008_2025.csv")
        if len(row["code"]) <= 5
    }

    assert {key: (one.section, one.parent) for key, one in tables.activities().items()} == theirs


@pytest.mark.real
@present
def test_places_agree_with_the_statistics_office():
    theirs = {
        (row["postal_code"], row["municipality_nis"], row["arrondissement"], row["province"], row["region"])
        for row in rows(REAL / "geo" / "be-postal-2025.csv")
    }
    ours = {
        (code, place.code, place.arrondissement.code, place.province.code, place.region.code)
        for place in tables.municipalities().values()
        for code in place.postal_codes
    }

    assert ours == theirs


@pytest.mark.real
@present
def test_names_of_arrondissements_agree_with_the_statistics_office():
    for row in rows(REAL / "geo" / "arrondissements.csv"):
        area = tables.arrondissement(row["refnis"])
        assert row["name_fr"].endswith(area.label("fr"))
        assert row["name_nl"] == f"Arrondissement {area.label('nl')}"
        assert row["name_de"] == f"Bezirk {area.label('de')}"


@pytest.mark.real
@present
def test_joint_committees_agree_with_the_taxonomy():
    theirs = rows(REAL / "jc" / "joint-committees.csv")
    ours = {(one.code_in_accounts, one.code, one.label("fr")) for one in tables.joint_committees().values()}

    assert ours == {
        (row["code_nbb"], row["code_dmfa"], rebuild.typeset(row["label_fr"], "fr")) for row in theirs
    }
