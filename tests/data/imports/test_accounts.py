import datetime as dt
import os
from decimal import Decimal
from pathlib import Path

import pytest

from dashboard.data.imports import accounts
from dashboard.domain.accounts import Identity, check
from dashboard.domain.identifiers import CompanyNumber
from dashboard.errors import ImportProblem

ROOT = Path(__file__).resolve().parents[3]
SAMPLES = ROOT / "tests" / "samples"
REAL = Path(os.environ.get("REAL_DATA", ROOT.parent / "shared" / "data")) / "nbb"
FULL = SAMPLES / "filing_full_model.csv"

present = pytest.mark.skipif(not REAL.exists(), reason="the real filings are not on this machine")


def test_a_filing_is_read_with_its_period_and_both_years():
    filing = accounts.read(FULL)

    assert (filing.reference, filing.company) == ("2025-00900001", CompanyNumber.from_stem(1000201))
    assert (filing.starts, filing.ends) == (dt.date(2024, 1, 1), dt.date(2024, 12, 31))
    assert (filing.model, filing.language) == ("m02-f", "fr")
    assert filing.name == "Ateliers du Modèle, en abrégé ADM"
    assert filing.values["9901"] == Decimal("-4163.25")
    assert filing.values["65/66B"] == Decimal("1204.11")
    assert dict(filing.previous_values) == {
        "1003": Decimal("38.5"),
        "1013": Decimal(54000),
        "1023": Decimal(2233000),
    }


def test_windows_line_ends_are_read_alike(tmp_path):
    copy = tmp_path / FULL.name
    copy.write_bytes(FULL.read_bytes().replace(b"\n", b"\r\n"))

    assert accounts.read(copy) == accounts.read(FULL)


BROKEN = [
    ('"1013","56000"', '"1013","56.000,00"', "56.000,00"),
    ('"1013","56000"', '"1013","1.234"', "1.234"),
    ('"1013","56000"', '"1013",""', "“”"),
    ('"1013","56000"', '"1013","NaN"', "NaN"),
    ('"1013","56000"', '"1013","\N{ARABIC-INDIC DIGIT FIVE}"', "\N{ARABIC-INDIC DIGIT FIVE}"),
    ('"1013","56000"', '"1013"', "two quoted columns"),
    ('"1013","56000"', "1013,56000", "two quoted columns"),
    ('"1013","56000"', '"1013";"56000"', "two quoted columns"),
    ('"1013","56000"', '"1013","56000","1"', "two quoted columns"),
    ('"1013","56000"', "", "two quoted columns"),
    ('"1013","56000"', '"1003","56000"', "a second time"),
    ('"1013","56000"', '"Hours","56000"', "neither a header key nor a code"),
    ('"Model code","m02-f"', '"Model code","m2"', "m2"),
    ('"Currency","EUR"', '"Currency","BEF"', "BEF"),
    ('"Language","fr"', '"Language","it"', "it"),
    ('"Correction flag","FALSE"', '"Correction flag","no"', "no"),
    ('"Reference number","2025-00900001"', '"Reference number","1"', "Reference number"),
    ('"Accounting period end date","2024-12-31"', '"Accounting period end date","31/12/2024"', "31/12/2024"),
    ('"Accounting period end date","2024-12-31"', '"Accounting period end date","2024-02-30"', "2024-02-30"),
    ('"Accounting period end date","2024-12-31"', '"Accounting period end date","2023-12-31"', "ends after"),
]


@pytest.mark.parametrize(("right", "wrong", "said"), BROKEN)
def test_a_broken_line_is_refused_with_its_place(tmp_path, right, wrong, said):
    text = FULL.read_text(encoding="utf-8")
    broken = tmp_path / "broken.csv"
    broken.write_text(text.replace(right, wrong), encoding="utf-8")
    line = text.split("\n").index(right) + 1

    with pytest.raises(ImportProblem) as refusal:
        accounts.read(broken)

    assert str(refusal.value).startswith(f"broken.csv, line {line}: ")
    assert said in str(refusal.value)


def test_a_wrong_enterprise_number_is_refused_with_its_place(tmp_path):
    broken = tmp_path / "broken.csv"
    number = CompanyNumber.from_stem(1000201).digits
    broken.write_text(FULL.read_text(encoding="utf-8").replace(number, number[:-1] + "0"), encoding="utf-8")

    with pytest.raises(ImportProblem, match=r"^broken.csv, line 3: .*Entity number"):
        accounts.read(broken)


def test_a_header_key_that_is_missing_is_named(tmp_path):
    broken = tmp_path / "broken.csv"
    broken.write_text(FULL.read_text(encoding="utf-8").replace('"Language","fr"\n', ""), encoding="utf-8")

    with pytest.raises(ImportProblem, match="“Language” is missing"):
        accounts.read(broken)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "line 1"),
        (b"\n", "line 1"),
        (b'"Reference number","2025-00900001"\n', "line 1"),
        (b'\n"Entity name","\xe9"\n', "line 2: found bytes that are not UTF-8"),
        (b"\n" * 1_000_001, "1000001 bytes"),
        (b"PK\x03\x04\xff\xff", "line 1"),
    ],
)
def test_a_file_that_is_no_filing_is_refused(tmp_path, content, said):
    broken = tmp_path / "broken.csv"
    broken.write_bytes(content)

    with pytest.raises(ImportProblem, match=said):
        accounts.read(broken)


@pytest.mark.real
@present
def test_the_real_filings_are_read_and_their_sums_hold_but_for_two():
    found = {path.name[:10]: check(accounts.read(path)) for path in sorted(REAL.glob("*.csv"))}

    assert {number: [one.identity for one in findings] for number, findings in found.items()} == {
        "0402754886": [Identity.COST_IN_INCOME_STATEMENT],
        "0408364753": [Identity.HOURS_IN_NOTES],
        "0443246943": [],
        "0454352156": [],
        "0865751823": [],
    }


@pytest.mark.real
@present
@pytest.mark.parametrize("path", sorted(REAL.glob("*.csv")), ids=lambda path: path.name[:10])
def test_every_line_of_a_real_filing_is_kept(path):
    filing = accounts.read(path)
    lines = path.read_text(encoding="utf-8").strip().split("\n")

    assert len(lines) == 18 + len(filing.values) + len(filing.previous_values)
    assert filing.company.digits == path.name[:10]
