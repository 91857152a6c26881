import csv
import datetime as dt
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.be import ssn, vat

from dashboard.domain.digits import compact
from dashboard.domain.identifiers import (
    CompanyNumber,
    EstablishmentNumber,
    Kind,
    OnssNumber,
    RegisterNumber,
    Sex,
    recognise,
    verdict,
)
from dashboard.errors import InvalidIdentifier

TODAY = dt.date(2026, 11, 24)
REAL = Path(os.environ.get("REAL_DATA", Path(__file__).resolve().parents[2].parent / "shared" / "data"))
VECTORS = REAL / "ids" / "test-vectors.csv"


def listed(text):
    return text.split()


PEOPLE = listed("""
85073003328 17073003384 42012205181 93051822361 81120103571 81050103522 19082416188 81050003552 81000003517
10000100182 00003241778 40000100133 40000095579 77101500172 78101500193 67011500190 67101500156 78101512170
97010100173 98010112171
""")
BIS = listed("""
98472899765 01490700185 92200006963 10200100128 24203200171 92321506985 92400006909 10400100171 92521506931
70252501507 92471506993 19282416134 80240199943 23292805780 88222999936 08222999934 88422999979 08422999977
99200199926 01200199934 99400199969 01451599980 01400199977 00290199976
""")
COMPANIES = listed("""
0403019261 0428759497 0417497106 0884303369 0314595348 0200065765 1000003682 1001686633 1012706130
0838713666 0123456749
""")
ESTABLISHMENTS = ["2297964444", "2000000141", "8999999993", "8999999104", "8999999203", "8999999302"]

CHECK = "The check digits do not match. Check the number and try again."
MONTH = "Digits 3 and 4 give a month that does not exist. Check the number and try again."
DAY = "Digits 5 and 6 give a day that this month does not have. Check the number and try again."
COUNTER = "Digits 7 to 9 run from 001 to 998. Check the number and try again."
FUTURE = "This number gives a birth date in the future. Check the number and try again."
LENGTH = "A national register number has 11 digits, an enterprise number 10. You entered {n}."
MISSING = "Enter a national register number or an enterprise number"
LETTERS = "A number holds only digits, dots, dashes and spaces. Check the number and try again."
FIRST = "An enterprise number starts with 0 or 1. Check the number and try again."
ESTABLISHMENT = "This is an establishment unit number. Enter the enterprise number, which starts with 0 or 1."

REFUSED = {
    MONTH: ["81130103578", "96331699989", "96531699935", "92612099915", "12345678901"],
    DAY: ["81043103522", "81023003522", "81022903534", "85023103360", "85079903392", "00022900116"],
    COUNTER: ["47060200096", "99020299964", "88022999990", "00000199938", "85073000061", "85073099932"],
    CHECK: listed("81050103521 0884303370 1838713666 0431150351 0403025300 0403025298 0403025199 0000000097"),
    ESTABLISHMENT: ["2111111111", *ESTABLISHMENTS],
    FIRST: ["9111111111"],
    LENGTH: ["12345678", "123456789012"],
    MISSING: ["", "  ", "BE", "."],
    LETTERS: ["abc", "0403x19261", "\N{ARABIC-INDIC DIGIT ZERO}403019261"],
}


def parse(text):
    return RegisterNumber.parse(text, today=TODAY)


@pytest.mark.parametrize("digits", [*PEOPLE, *BIS])
def test_a_right_register_number_is_recognised(digits):
    assert recognise(digits, TODAY) == RegisterNumber(digits)


@pytest.mark.parametrize("digits", BIS)
def test_a_bis_number_says_so(digits):
    assert parse(digits).is_bis
    assert verdict(digits, TODAY).kind is Kind.BIS


@pytest.mark.parametrize("digits", PEOPLE)
def test_a_national_register_number_is_no_bis_number(digits):
    assert not parse(digits).is_bis
    assert verdict(digits, TODAY).kind is Kind.REGISTER


@pytest.mark.parametrize("digits", COMPANIES)
def test_a_right_enterprise_number_is_recognised(digits):
    assert recognise(digits, TODAY) == CompanyNumber(digits)


@pytest.mark.parametrize("digits", ESTABLISHMENTS)
def test_a_right_establishment_number_is_a_valid_number_and_no_client(digits):
    judged = verdict(digits, TODAY)

    assert (judged.kind, judged.valid, judged.canonical) == (
        Kind.ESTABLISHMENT,
        True,
        EstablishmentNumber(digits).printed,
    )
    with pytest.raises(InvalidIdentifier, match="establishment"):
        recognise(digits, TODAY)


@pytest.mark.parametrize(
    ("text", "sentence"), [(text, why) for why, texts in REFUSED.items() for text in texts]
)
def test_every_wrong_number_has_its_own_reason(text, sentence):
    with pytest.raises(InvalidIdentifier) as refusal:
        recognise(text, TODAY)

    assert refusal.value.sentence == sentence


def test_a_wrong_length_says_how_many_digits_were_typed():
    with pytest.raises(InvalidIdentifier, match=r"You entered 12\."):
        recognise("1234 5678 9012", TODAY)


@pytest.mark.parametrize("text", ["2297964445", "0403019261", "9111111111", "229796444"])
def test_an_establishment_number_needs_its_first_digit_and_its_check_digits(text):
    with pytest.raises(InvalidIdentifier):
        EstablishmentNumber.parse(text)


@pytest.mark.parametrize(
    "text",
    [
        "0403.019.261",
        "403019261",
        "403.019.261",
        "BE 0403 019 261",
        "be0403019261",
        "BE-0403.019.261",
        "TVA BE 0403.019.261",
        "BTW BE0403019261",
        "BE TVA 0403 019 261",
        "VAT: BE403019261",
        "0403/019/261",
        "0403\N{NO-BREAK SPACE}019\N{NARROW NO-BREAK SPACE}261",
        "0403\N{EN DASH}019\N{EM DASH}261",
        "0403\N{NON-BREAKING HYPHEN}019\N{MINUS SIGN}261",
        "\N{ZERO WIDTH NO-BREAK SPACE}0403019261\N{LEFT-TO-RIGHT MARK}\r\n",
        "\t0403_019_261 ",
        "0403019261",
    ],
)
def test_an_enterprise_number_is_read_however_it_is_written(text):
    assert recognise(text, TODAY) == CompanyNumber("0403019261")


@pytest.mark.parametrize(
    "text", ["85.07.30-033.28", "85 07 30 033 28", "850730/033-28", "85.07.30\N{EN DASH}033.28"]
)
def test_a_register_number_is_read_however_it_is_written(text):
    assert recognise(text, TODAY) == RegisterNumber("85073003328")


def test_numbers_print_in_their_official_layout():
    assert CompanyNumber("0403019261").printed == "0403.019.261"
    assert str(CompanyNumber("0403019261")) == "0403.019.261"
    assert EstablishmentNumber("2297964444").printed == "2.297.964.444"
    assert parse("85073003328").printed == "85.07.30-033.28"


def test_a_register_number_masks_itself_wherever_it_is_printed_by_accident():
    number = parse("85073003328")

    assert number.masked == "••.••.••-•••.28"
    assert (str(number), f"{number}", repr(number)) == (
        number.masked,
        number.masked,
        f"RegisterNumber({number.masked})",
    )


@pytest.mark.parametrize(
    ("digits", "birth_date", "sex"),
    [
        ("85073003328", dt.date(1985, 7, 30), Sex.MALE),
        ("17073003384", dt.date(2017, 7, 30), Sex.MALE),
        ("42012205181", dt.date(1942, 1, 22), Sex.MALE),
        ("98472899765", dt.date(1998, 7, 28), Sex.MALE),
        ("01490700185", dt.date(2001, 9, 7), Sex.MALE),
        ("23292805780", dt.date(1923, 9, 28), Sex.UNKNOWN),
        ("92400006909", None, Sex.MALE),
        ("81050003552", None, Sex.MALE),
        ("40000095579", None, Sex.MALE),
        ("24203200171", None, Sex.UNKNOWN),
    ],
)
def test_a_register_number_tells_birth_and_sex(digits, birth_date, sex):
    number = parse(digits)

    assert (number.birth_date, number.sex) == (birth_date, sex)


def test_the_birth_date_may_be_today_and_not_tomorrow():
    born = RegisterNumber.invent(TODAY, 990)
    tomorrow = RegisterNumber.invent(TODAY + dt.timedelta(days=1), 990)

    assert parse(born.digits) == born
    with pytest.raises(InvalidIdentifier, match="future"):
        parse(tomorrow.digits)


def test_a_later_month_of_an_unknown_day_is_in_the_future():
    stem = 261200990
    digits = f"{stem}{97 - (2_000_000_000 + stem) % 97:02d}"

    with pytest.raises(InvalidIdentifier, match="future"):
        parse(digits)


@given(st.dates(dt.date(1930, 1, 1), TODAY), st.integers(990, 998))
def test_invented_people_are_right_and_python_stdnum_agrees(birth_date, counter):
    number = RegisterNumber.invent(birth_date, counter)

    assert parse(number.printed) == number
    assert number.birth_date == birth_date
    assert ssn.is_valid(number.digits)


@given(st.integers(1, 19_999_999))
def test_invented_companies_are_right_and_python_stdnum_agrees(stem):
    number = CompanyNumber.from_stem(stem)

    assert CompanyNumber.parse(number.printed) == number
    assert vat.is_valid(number.digits)


@given(st.text(alphabet="0123456789", min_size=10, max_size=11))
def test_what_we_accept_python_stdnum_accepts(digits):
    judged = verdict(digits, TODAY)

    if judged.valid and judged.kind is not Kind.ESTABLISHMENT:
        assert ssn.is_valid(digits) or vat.is_valid(digits)


@given(st.text())
def test_a_verdict_never_raises(text):
    judged = verdict(text, TODAY)

    assert judged.valid == (judged.reason is None)
    assert judged.valid or judged.canonical == compact(text)


def test_a_verdict_gives_the_reason():
    judged = verdict("0884.303.370", TODAY)

    assert (judged.kind, judged.valid, judged.canonical) == (Kind.COMPANY, False, "0884303370")
    assert judged.reason is not None
    assert judged.reason.sentence == CHECK
    assert verdict("hello", TODAY).kind is Kind.UNKNOWN
    assert verdict("85073003328", TODAY).canonical == "85.07.30-033.28"


@pytest.mark.parametrize("text", ["199999935", "19999993411", "x"])
def test_an_onss_number_is_checked(text):
    assert OnssNumber.parse("1999999-34").digits == "199999934"
    with pytest.raises(InvalidIdentifier):
        OnssNumber.parse(text)


PARSERS = {
    "inss": parse,
    "enterprise": CompanyNumber.parse,
    "establishment": EstablishmentNumber.parse,
    "noss": OnssNumber.parse,
}


def judge(kind, number):
    try:
        PARSERS[kind](number)
    except InvalidIdentifier:
        return "invalid"
    return "valid"


@pytest.mark.real
@pytest.mark.skipif(not VECTORS.exists(), reason="the official verdicts are not on this machine")
def test_all_official_verdicts_are_ours():
    rows = list(csv.DictReader(VECTORS.read_text(encoding="utf-8").splitlines()))

    assert len(rows) == 91
    assert [row for row in rows if judge(row["kind"], row["number"]) != row["expected"]] == []
    assert sum(row["disagrees"] == "yes" for row in rows) == 13
