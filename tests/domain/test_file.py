"""Names of files are safe everywhere, and none shows a person's number."""

import pytest

from dashboard.domain.file import distinct, has_register_number, safe_file_name, served_type


@pytest.mark.parametrize(
    ("given", "safe"),
    [
        ("Payslips of March.pdf", "Payslips of March.pdf"),
        ("../../etc/passwd", "etc passwd"),
        ("C:\\Windows\\a.pdf", "C Windows a.pdf"),
        ("a\x00b\r\nc\u202e.pdf", "a b c.pdf"),
        (".hidden", "hidden"),
        ("", "document"),
        ("...", "document"),
        ("x" * 300 + ".pdf", "x" * 100 + ".pdf"),
        ("Décompte ½ année.pdf", "Décompte ½ année.pdf"),
    ],
)
def test_a_file_name_is_one_name_and_nothing_else(given, safe):
    assert safe_file_name(given) == safe


def test_names_that_meet_in_one_archive_are_numbered():
    assert distinct(["a.pdf", "A.pdf", "a (2).pdf", "b"]) == ("a.pdf", "A (2).pdf", "a (2) (2).pdf", "b")


@pytest.mark.parametrize("text", ["85073003328", "Slip 85.07.30-033.28 March", "x_85073003328.pdf"])
def test_a_persons_number_is_recognised_in_a_text(text):
    assert has_register_number(text)


@pytest.mark.parametrize("text", ["Payslips 2026-03", "0403.019.261", "123456789012345"])
def test_other_numbers_are_no_persons_number(text):
    assert not has_register_number(text)


def test_a_type_that_a_browser_could_run_is_served_as_bytes():
    assert served_type("text/html") == "application/octet-stream"
    assert served_type("application/pdf") == "application/pdf"
