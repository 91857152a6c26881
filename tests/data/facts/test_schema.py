"""The contract on facts: the page and the code say the same, and a broken folder is refused."""

import dataclasses
import re

import duckdb
import pytest

from dashboard.data.facts.schema import ABSENCES, EMPLOYERS, TABLES, WORKER_MONTHS, Kind, check_schema
from dashboard.errors import ImportProblem
from tools.docs import DOCS

VALUES = {Kind.TEXT: "'0100000041'", Kind.NUMBER: "1", Kind.FLAG: "true"}
ROW = re.compile(r"^\| `(\w+)` \| (\w+) \| (required|optional) \|", re.MULTILINE)


def write(folder, table, columns):
    target = folder / table.files.replace("*", "2026Q2", 1).replace("*", "part-0")
    target.parent.mkdir(parents=True, exist_ok=True)
    listed = ", ".join(f"{value} AS {name}" for name, value in columns.items())
    duckdb.sql(f"SELECT {listed}").write_parquet(str(target))


def required(table):
    return {column.name: VALUES[column.kind] for column in table.columns if column.required}


@pytest.fixture
def folder(tmp_path):
    for table in (EMPLOYERS, WORKER_MONTHS, ABSENCES):
        write(tmp_path, table, required(table))
    return tmp_path


def test_the_page_and_the_schema_are_equal():
    page = (DOCS / "formats/facts.md").read_text(encoding="utf-8")
    told = {
        part.partition("\n")[0]: [(name, kind, need == "required") for name, kind, need in ROW.findall(part)]
        for part in page.split("\n## ")[1:]
    }
    assert told == {table.name: [dataclasses.astuple(one) for one in table.columns] for table in TABLES}


def test_required_columns_alone_are_enough(folder):
    assert check_schema(folder) is None


def test_a_table_without_any_file_is_named(folder):
    (folder / "employers.parquet").unlink()

    with pytest.raises(ImportProblem, match=r"no such file. Expected: employers\.parquet\.$"):
        check_schema(folder)


@pytest.mark.parametrize("missing", ["employer", "gap"])
def test_a_missing_column_is_named_with_its_file(folder, missing):
    write(folder, ABSENCES, {name: value for name, value in required(ABSENCES).items() if name != missing})

    with pytest.raises(
        ImportProblem, match=f"^absences/quarter=2026Q2/part-0.parquet: no such column. Expected: {missing}"
    ):
        check_schema(folder)


@pytest.mark.parametrize(
    ("column", "value", "held"),
    [
        ("gross", "1.5::DOUBLE", "DOUBLE"),
        ("gross", "1.5::DECIMAL(9, 2)", "DECIMAL"),
        ("worker", "'85073003328'", "VARCHAR"),
        ("open_ended", "1", "INTEGER"),
        ("hours_paid", "'many'", "VARCHAR"),
    ],
)
def test_a_column_of_another_kind_is_named_with_what_it_holds(folder, column, value, held):
    write(folder, WORKER_MONTHS, required(WORKER_MONTHS) | {column: value})

    with pytest.raises(ImportProblem, match=f"part-0.parquet, {column}: {held}"):
        check_schema(folder)
