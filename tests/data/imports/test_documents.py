"""Documents come in with a manifest: bad lines are listed, good ones kept, the folder is never left."""

import pytest

from dashboard.data.database import writing
from dashboard.data.imports import documents
from dashboard.data.imports.documents import import_documents
from dashboard.errors import ImportProblem
from tests.cast import BETA_EDITOR, EDITOR, number_of
from tests.papers import BAKERY, GARAGE, PDF, PERSON

HEADER = "number,service,title,type,period,date,file"
GOOD = f"{number_of(BAKERY)},secretariat,Payslips of March,Payslip,March 2026,2026-03-31,2026/march.pdf"


@pytest.fixture
def folder(tmp_path):
    inside = tmp_path / "incoming" / "2026"
    inside.mkdir(parents=True)
    (inside / "march.pdf").write_bytes(PDF)
    return tmp_path / "incoming"


def load(cast, folder, *lines, header=HEADER):
    manifest = folder / "manifest.csv"
    manifest.write_text("\n".join([header, *lines]), encoding="utf-8")
    with writing(cast.store.engine) as connection:
        return import_documents(
            folder, manifest, store=cast.store.files, administration=cast.administration(connection)
        )


def filed(cast, name=BAKERY, email=EDITOR):
    with cast.store.reading(cast.actor(email)) as firm:
        return firm.documents.of(cast.client(email, name))


def test_a_good_line_files_a_document_under_its_date_and_title(cast, folder):
    report = load(cast, folder, GOOD)
    assert (report.added, report.known, report.refused) == (1, 0, ())
    (document,) = filed(cast)
    assert document.file_name == "2026-03-31 Payslips of March.pdf"
    assert document.media_type == "application/pdf"
    assert cast.store.files.get(document.storage_key) == PDF
    assert filed(cast, GARAGE, BETA_EDITOR) == ()


def test_the_same_manifest_again_changes_nothing(cast, folder):
    load(cast, folder, GOOD)
    report = load(cast, folder, GOOD)
    assert (report.added, report.known) == (0, 1)
    assert len(filed(cast)) == 1


def test_a_spreadsheet_may_write_semicolons_and_a_mark_at_the_start(cast, folder):
    report = load(cast, folder, GOOD.replace(",", ";"), header="\ufeff" + HEADER.replace(",", ";"))
    assert report.added == 1


def test_a_persons_document_is_found_by_register_number(cast, folder):
    line = GOOD.replace(str(number_of(BAKERY)), number_of(PERSON).digits).replace("secretariat", "fund")
    assert load(cast, folder, line).added == 1
    assert len(filed(cast, PERSON)) == 1


BAD = (
    (str(number_of(BAKERY)), "0403.019.262"),
    (str(number_of(BAKERY)), "0403.019.261"),
    ("secretariat", "bank"),
    ("Payslips of March", ""),
    ("Payslips of March", "x" * 201),
    ("Payslips of March", "Payslips of 85.07.30-033.28"),
    ("Payslip,", ","),
    ("2026-03-31", "31/03/2026"),
    ("2026/march.pdf", ""),
    ("2026/march.pdf", "2026/april.pdf"),
    ("2026/march.pdf", "2026"),
    ("2026/march.pdf", "../secret.pdf"),
    ("2026/march.pdf", "2026/../../secret.pdf"),
    ("2026/march.pdf", "/etc/hostname"),
    ("2026/march.pdf", "2026\\march.pdf"),
    ("2026/march.pdf", "link.pdf"),
    ("2026/march.pdf", "linked/secret.pdf"),
    ("2026/march.pdf", "page.html"),
    ("2026/march.pdf", "fake.pdf"),
    ("2026/march.pdf", "empty.txt"),
    ("2026/march.pdf", "2026/march.pdf,more"),
    (",2026/march.pdf", ""),
)


def test_bad_lines_are_listed_and_the_good_one_kept(cast, folder):
    (folder.parent / "secret.pdf").write_bytes(PDF)
    (folder / "link.pdf").symlink_to(folder.parent / "secret.pdf")
    (folder / "linked").symlink_to(folder.parent)
    (folder / "page.html").write_text("<script>alert(1)</script>")
    (folder / "fake.pdf").write_text("<html>")
    (folder / "empty.txt").touch()
    report = load(cast, folder, *(GOOD.replace(good, bad) for good, bad in BAD), GOOD)
    assert [refused.line for refused in report.refused] == list(range(2, 2 + len(BAD)))
    assert report.added == 1
    assert len(filed(cast)) == 1


def test_a_large_file_is_refused_before_it_is_read(cast, folder):
    with (folder / "large.pdf").open("wb") as file:
        file.truncate(documents.LARGEST + 1)
    report = load(cast, folder, GOOD.replace("2026/march.pdf", "large.pdf"))
    assert "25 MB" in str(report.refused[0].reason)


def test_the_reason_never_repeats_a_number(cast, folder):
    number = "85073003329"
    report = load(cast, folder, GOOD.replace(str(number_of(BAKERY)), number))
    assert number not in str(report.refused[0].reason)


def test_a_list_with_other_columns_is_refused(cast, folder):
    for header in ("", "number,service", HEADER + ",colour"):
        with pytest.raises(ImportProblem):
            load(cast, folder, GOOD, header=header)


def test_a_list_that_is_not_utf_8_is_refused(cast, folder):
    manifest = folder / "manifest.csv"
    manifest.write_bytes(f"{HEADER}\n{GOOD}\xe9".encode("latin-1"))
    with writing(cast.store.engine) as connection, pytest.raises(ImportProblem):
        import_documents(
            folder, manifest, store=cast.store.files, administration=cast.administration(connection)
        )
