"""How releases are printed: facts of one, and tables of its levels, rules, coverage and changes."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Mapping, Sequence

import rich_click as click

from dashboard.cli.output import Form, aligned, show, show_one
from dashboard.data.releases.compare import Change
from dashboard.data.releases.coverage import Coverage
from dashboard.data.releases.history import Release
from dashboard.data.releases.stored import Group
from dashboard.domain.peers import FINE_SIZES, LADDERS, LEVELS, Level, PeerGroup
from dashboard.i18n import language
from dashboard.viewmodels.figure_words import group_words

Row = Mapping[str, object]
CELLS = ("new", "gone", "changed", "same")


def release_facts(release: Release, *, groups: int) -> dict[str, object]:
    published = release.published_at
    return {
        "release": release.name,
        "state": release.state.value,
        "built": release.built_at.isoformat(sep=" ", timespec="minutes"),
        "published": published.isoformat(sep=" ", timespec="minutes") if published else "",
        "groups": groups,
        "digest": release.digest,
    }


def show_parts(facts: Row, tables: Mapping[str, Sequence[Row]]) -> None:
    """Facts, then each table that has rows under its heading."""
    show_one(facts, form=Form.TEXT)
    for title, rows in tables.items():
        if rows:
            click.echo(f"\n{title}")
            click.echo("\n".join(f"  {line}" for line in with_heads(rows)))


def show_table(rows: Sequence[Row], *, form: Form) -> None:
    if form is Form.JSON:
        show(rows, form=form)
    elif rows:
        click.echo("\n".join(with_heads(rows)))


def with_heads(rows: Sequence[Row]) -> list[str]:
    return aligned([list(rows[0]), *([str(cell) for cell in row.values()] for row in rows)])


def level_words(level: Level) -> str:
    return f"{level.activity} · {level.place} · {level.sizes.value}"


def level_rows(groups: Sequence[Group]) -> list[Row]:
    """How many groups each level has, the finest first."""
    counted = Counter(PeerGroup.parse(group.key).level for group in groups)
    return [{"level": level_words(one), "groups": counted[one]} for one in LEVELS if counted[one]]


def rule_rows(rules: Mapping[str, Mapping[str, int]]) -> list[Row]:
    return [
        {"rule": rule, "pass": said.get("pass", 0), "fail": said.get("fail", 0)}
        for rule, said in rules.items()
    ]


def coverage_facts(covered: Sequence[Coverage]) -> list[Row]:
    """For programs: the share of employers that get each level of a comparison, and why others get none."""
    return [dataclasses.asdict(one) | {"levels": shares_of_levels(one)} for one in covered]


def shares_of_levels(one: Coverage) -> dict[str, float]:
    return {
        level_words(level): share
        for level, share in zip(LADDERS[one.comparison], one.levels, strict=True)
        if share
    }


def coverage_rows(covered: Sequence[Coverage]) -> list[Row]:
    """For people: the shares with a fine, any and no card, and the rules that stand in the way."""
    return [
        {
            "comparison": one.comparison.value,
            "employers": covered_words(one),
            "number": one.employers,
            "fine": f"{one.fine:.1%}",
            "any": f"{sum(one.levels):.1%}",
            "not fine because of": ", ".join(f"{rule} {share:.1%}" for rule, share in one.reasons.items()),
        }
        for one in covered
    ]


def covered_words(one: Coverage) -> str:
    if one.section:
        return f"section {one.section}"
    most = dict(FINE_SIZES).get(int(one.size)) if one.size else None
    if most is None:
        return "all"
    return f"{one.size} to {most} people" if most else f"{one.size} people or more"


def change_rows(changed: Sequence[Change], *, form: Form) -> list[Row]:
    """A row a level; programs also get the names of the groups that are new or gone."""
    return [change_row(one) | (names(one) if form is Form.JSON else {}) for one in changed]


def change_row(one: Change) -> dict[str, object]:
    counts = (one.cells_new, one.cells_gone, one.cells_changed, one.cells_same)
    return {
        "level": level_words(one.level),
        "groups": f"{one.before} → {one.after}",
        "new": len(one.new),
        "gone": len(one.gone),
    } | {f"cells {name}": count for name, count in zip(CELLS, counts, strict=True)}


def names(one: Change) -> dict[str, object]:
    english = language("en")
    return {
        "new": [{"key": group.key, "name": group_words(group, english)} for group in one.new],
        "gone": [{"key": group.key, "name": group_words(group, english)} for group in one.gone],
    }
