"""The table of formats: one language a column, one kind of number a row."""

from datetime import date
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard import i18n
from dashboard.errors import AlreadyClient, BadRequest
from dashboard.i18n.catalogues import messages

NB = "\N{NO-BREAK SPACE}"
NN = "\N{NARROW NO-BREAK SPACE}"
MARCH = date(2025, 3, 1)

TABLE = [
    (
        "number",
        lambda reader: reader.decimal(1234567.891, 3),
        [f"1{NN}234{NN}567,891", "1.234.567,891", "1.234.567,891", "1,234,567.891"],
    ),
    (
        "whole number",
        lambda reader: reader.integer(1234567),
        [f"1{NN}234{NN}567", "1.234.567", "1.234.567", "1,234,567"],
    ),
    (
        "euro",
        lambda reader: reader.money(1234.5, 2),
        [f"1{NN}234,50{NB}€", f"€{NB}1.234,50", f"1.234,50{NB}€", "€1,234.50"],
    ),
    (
        "negative euro",
        lambda reader: reader.money(-1234.5, 2),
        [f"-1{NN}234,50{NB}€", f"€{NB}-1.234,50", f"-1.234,50{NB}€", "-€1,234.50"],
    ),
    (
        "whole euros",
        lambda reader: reader.money(25),
        [f"25{NB}€", f"€{NB}25", f"25{NB}€", "€25"],
    ),
    (
        "per cent",
        lambda reader: reader.percent(12.34),
        [f"12,3{NB}%", "12,3%", f"12,3{NB}%", "12.3%"],
    ),
    (
        "per mille",
        lambda reader: reader.per_mille(4.2),
        [f"4,2{NB}‰", "4,2‰", f"4,2{NB}‰", "4.2‰"],
    ),
    (
        "percentage points",
        lambda reader: reader.points(1.2),
        ["+1,2 point de pourcentage", "+1,2 procentpunt", "+1,2 Prozentpunkte", "+1.2 percentage points"],
    ),
    (
        "month of a year",
        lambda reader: reader.month(2025, 3),
        ["mars 2025", "mrt 2025", "März 2025", "Mar 2025"],
    ),
    ("month", lambda reader: reader.month_name(8), ["août", "augustus", "August", "August"]),
    ("month, short", lambda reader: reader.short_month_name(1), ["janv.", "jan", "Jan", "Jan"]),
    (
        "percentage points from two",
        lambda reader: reader.points(-2),
        ["-2,0 points de pourcentage", "-2,0 procentpunt", "-2,0 Prozentpunkte", "-2.0 percentage points"],
    ),
    (
        "compact",
        lambda reader: reader.compact_money(1234567),
        [f"1,2{NB}M{NB}€", f"€{NB}1,2{NB}mln.", f"1,2{NB}Mio.{NB}€", "€1.2M"],
    ),
    (
        "compact below a million",
        lambda reader: reader.compact_money(999_999),
        [f"999{NN}999{NB}€", f"€{NB}999.999", f"999.999{NB}€", "€999,999"],
    ),
    ("date", lambda reader: reader.date(MARCH), ["01/03/2025", "01/03/2025", "01.03.2025", "1 March 2025"]),
    (
        "long date",
        lambda reader: reader.long_date(MARCH),
        ["1 mars 2025", "1 maart 2025", "1. März 2025", "1 March 2025"],
    ),
    ("quarter", lambda reader: reader.quarter(2025, 1), ["T1 2025", "K1 2025", "Q1 2025", "Q1 2025"]),
    ("bytes", lambda reader: reader.size(512), [f"512{NB}o", f"512{NB}B", f"512{NB}B", f"512{NB}B"]),
    (
        "kilobytes",
        lambda reader: reader.size(1_240),
        [f"1,2{NB}ko", f"1,2{NB}kB", f"1,2{NB}kB", f"1.2{NB}kB"],
    ),
    (
        "a size that rounds up to the next unit",
        lambda reader: reader.size(999_999),
        [f"1,0{NB}Mo", f"1,0{NB}MB", f"1,0{NB}MB", f"1.0{NB}MB"],
    ),
    (
        "listing",
        lambda reader: reader.listing(("a", "b", "c")),
        ["a, b et c", "a, b en c", "a, b und c", "a, b and c"],
    ),
]
CELLS = [
    pytest.param(code, write, expected, id=f"{row} {code}")
    for row, write, columns in TABLE
    for code, expected in zip(i18n.LANGUAGES, columns, strict=True)
]


@pytest.mark.parametrize(("code", "write", "expected"), CELLS)
def test_each_language_writes_as_the_table_says(code, write, expected):
    assert write(i18n.language(code)) == expected


@pytest.mark.parametrize(
    ("number", "expected"), [(0.05, "0,1"), (-0.05, "-0,1"), (-0.04, "0,0"), (2.25, "2,3"), (1.005, "1,0")]
)
def test_halves_round_away_from_zero_and_zero_has_no_sign(number, expected):
    assert i18n.language("nl").decimal(number) == expected


def test_no_difference_has_no_sign():
    assert i18n.language("en").points(-0.01) == "0.0 percentage points"


@pytest.mark.parametrize(
    ("code", "tag", "name"),
    [
        ("fr", "fr-BE", "Français"),
        ("nl", "nl-BE", "Nederlands"),
        ("de", "de-BE", "Deutsch"),
        ("en", "en-GB", "English"),
    ],
)
def test_a_language_names_itself(code, tag, name):
    reader = i18n.language(code)

    assert (reader.code, reader.tag, reader.name) == (code, tag, name)


def test_a_sentence_is_translated_with_its_values():
    assert i18n.language("nl").text(AlreadyClient.sentence, name="Dupont") == "Dupont staat al in uw lijst"


def test_a_sentence_without_translation_stays_english():
    assert i18n.language("de").text("Nobody translated this.") == "Nobody translated this."


@pytest.mark.parametrize(
    ("code", "n", "expected"),
    [
        ("fr", 0, "0 point de pourcentage"),
        ("fr", 2, "2 points de pourcentage"),
        ("de", 0, "0 Prozentpunkte"),
        ("en", 1, "1 percentage point"),
        ("en", 1200, "1,200 percentage points"),
    ],
)
def test_a_plural_follows_the_rule_of_its_language(code, n, expected):
    assert i18n.language(code).plural("{n} percentage point", "{n} percentage points", n) == expected


def test_the_pseudo_language_brackets_every_text():
    reader = i18n.language("qps")

    assert reader.code == "qps"
    assert reader.text("Add a client") == "⟦Add a client⟧"
    assert reader.plural("{n} client", "{n} clients", 2) == "⟦2 clients⟧"
    assert reader.long_date(MARCH) == "⟦1 March 2025⟧"


def test_an_unknown_language_is_refused():
    with pytest.raises(BadRequest):
        i18n.language("xx")


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("nl-BE,nl;q=0.9,en;q=0.8", "nl"),
        ("en;q=0.5, de-DE;q=0.7", "de"),
        ("es,it", "fr"),
        ("", "fr"),
        ("nl;q=0,en;q=0.1", "en"),
        ("de;q=nonsense", "fr"),
        ("DE", "de"),
    ],
)
def test_the_reader_gets_the_language_the_browser_prefers(header, expected):
    assert i18n.preferred(header, "fr") == expected


@given(st.text())
def test_no_header_of_a_browser_breaks_the_choice(header):
    assert i18n.preferred(header, "fr") in i18n.LANGUAGES


def test_accents_and_case_do_not_change_the_order():
    names = ["Zoé", "élan", "Eva", "Œuvre", "straße", "Strasse B"]

    ordered = sorted(names, key=i18n.language("fr").sort_key)

    assert ordered == ["élan", "Eva", "Œuvre", "straße", "Strasse B", "Zoé"]


def test_no_french_sign_stands_alone_on_a_line():
    assert i18n.language("fr").text("How is this client affiliated?").endswith("affilié\N{NO-BREAK SPACE}?")
    quoted = i18n.language("fr").text("No client matches “{query}”.", query="dup")
    assert "«\N{NO-BREAK SPACE}dup\N{NO-BREAK SPACE}»" in quoted


@pytest.mark.parametrize("code", ["fr", "nl", "de"])
def test_translations_have_printers_apostrophes(code):
    said = (*messages(code).texts.values(), *chain.from_iterable(messages(code).plurals.values()))
    assert [text for text in said if "'" in text] == []
