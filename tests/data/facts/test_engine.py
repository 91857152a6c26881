"""What does not fit in memory is put aside, and nowhere else."""

from pathlib import Path

from dashboard.data.facts.engine import Embedded

MANY = "CREATE TEMP TABLE many AS SELECT range AS n, repeat('x', 100) AS text FROM range(3000000)"


def test_what_does_not_fit_is_put_aside_and_goes_away(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with Embedded("100MB").opened() as sql:
        sql.connection.execute(MANY)
        aside = Path(sql.table("SELECT current_setting('temp_directory') AS folder")["folder"][0])
        assert any(aside.iterdir())

    assert not aside.exists()
    assert list(tmp_path.iterdir()) == []
