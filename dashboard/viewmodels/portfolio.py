"""The whole portfolio: every client beside its own peers, who is called first, and what may be chosen."""

from __future__ import annotations

import dataclasses
import heapq
import operator
from collections.abc import Iterable, Sequence

from dashboard.data.portfolio import Found, Line
from dashboard.data.reference.tables import activities, region
from dashboard.domain.clients import InCharge
from dashboard.domain.metrics import MetricName
from dashboard.domain.portfolio_question import SLICE, PortfolioQuestion, Sort, View
from dashboard.domain.standing import MOST, SETTLED_FTE, SHOWN, Placed
from dashboard.domain.workforce import Period
from dashboard.i18n import N_, Language
from dashboard.viewmodels.company_figures import TOPICS
from dashboard.viewmodels.figure_words import COMPARISONS, NACE_VERSION, period_words
from dashboard.viewmodels.periods import Choice, period_key
from dashboard.viewmodels.portfolio_cells import Row, on_a_strip, row_of, size_words, tab_of, tinted
from dashboard.workspace import Workspace

FIRST = 5
VIEWS = ((View.STRIPS, N_("One figure of each client")), (View.MAP, N_("All figures of a topic")))
RULE = (
    N_(
        "Counted are figures on pay, absence, accidents and turnover that lie outside the middle half of the "
        "client's own peers."
    ),
    N_(
        "Each gets the distance from the peers' median plus the change in a year, both in widths of that "
        "middle half and {most} at most."
    ),
    N_(
        "The client's highest figure counts, one and a half times from 10 employees and twice from 50. "
        "Figures other than pay count from {least} FTE only: chance moves them as far among fewer people."
    ),
)


@dataclasses.dataclass(frozen=True)
class Filter:
    """One choice above the table: its word in the address, its label, what may be chosen."""

    name: str
    label: str
    choices: tuple[Choice, ...]


@dataclasses.dataclass(frozen=True)
class PortfolioPage:
    """What stands around the rows."""

    period: str
    filters: tuple[Filter, ...]
    rule: tuple[str, ...]


@dataclasses.dataclass(frozen=True)
class Column:
    """A heading: what it sorts by, and which figure it shows, if any."""

    label: str
    sort: Sort | None
    metric: MetricName | None


@dataclasses.dataclass(frozen=True)
class FirstCall:
    """A client to call before others, and about what."""

    name: str
    href: str
    why: str


@dataclasses.dataclass(frozen=True)
class Rows:
    """A slice of the portfolio, and whom to call first among all that were found."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    first: tuple[FirstCall, ...]
    matching: int
    count: str
    nothing: str
    more: str


def portfolio(workspace: Workspace) -> PortfolioPage:
    with workspace.reading() as firm:
        period, places = firm.portfolio.period(), firm.portfolio.places()
        tags, people = firm.clients.tag_names(), firm.portfolio.in_charge()
    reader = workspace.language
    return PortfolioPage(
        period=period_words(period, reader) if period else "",
        filters=(*shown(reader), *kept(reader, places, tags, people)),
        rule=tuple(
            reader.text(one, most=reader.integer(MOST), least=reader.integer(SETTLED_FTE)) for one in RULE
        ),
    )


def shown(reader: Language) -> tuple[Filter, ...]:
    """What is shown of each client."""
    text = reader.text
    return (
        Filter("view", text("Show"), tuple(Choice(view, text(label)) for view, label in VIEWS)),
        Filter("metric", text("Figure"), tuple(Choice(name, text(one.label)) for name, one in SHOWN.items())),
        Filter("topic", text("Topic"), tuple(Choice(topic, text(label)) for topic, label in TOPICS)),
        Filter(
            "compare",
            text("Compare with"),
            tuple(Choice(one, text(name)) for one, name in COMPARISONS.items()),
        ),
    )


def kept(
    reader: Language,
    places: frozenset[tuple[str, str]],
    tags: tuple[str, ...],
    people: tuple[InCharge, ...],
) -> tuple[Filter, ...]:
    """Which clients are shown; nobody is asked for a colleague where none is in charge."""
    text = reader.text
    sections = sorted({section for section, _region in places if section})
    regions = sorted({region for _section, region in places if region})
    offered = (
        Filter("tag", text("Tag"), tuple(Choice(tag, tag) for tag in tags)),
        Filter("person", text("Person in charge"), tuple(Choice(str(one.id), one.name) for one in people)),
        Filter("sector", text("Sector"), tuple(Choice(one, section_words(one, reader)) for one in sections)),
        Filter(
            "region", text("Region"), tuple(Choice(one, region(one).label(reader.code)) for one in regions)
        ),
    )
    everybody = Choice("", text("All"))
    return tuple(
        dataclasses.replace(one, choices=(everybody, *one.choices))
        for one in offered
        if one.choices or one.name != "person"
    )


def section_words(section: str, reader: Language) -> str:
    found = activities().get((NACE_VERSION, section))
    label = found.label(reader.code) if found else section
    return reader.text("section {code} {activity}", code=section, activity=label)


def portfolio_rows(workspace: Workspace, question: PortfolioQuestion) -> Rows:
    end = question.offset + SLICE
    with workspace.reading() as firm:
        period, found = firm.portfolio.period(), firm.portfolio.found(question)
        lines = firm.portfolio.lines(found[question.offset : end])
        urgent = firm.portfolio.lines(first_of(found))
    reader, left = workspace.language, len(found) - end
    names, draw = metrics_of(question), tinted if question.view is View.MAP else on_a_strip
    beside = beside_of(question, period)
    query = beside if question.view is View.MAP else opened_at(beside, question.metric)
    return Rows(
        columns=columns(question, reader),
        rows=tuple(row_of(line, draw, names, reader, query=query) for line in lines),
        first=first_calls(urgent, reader, beside=beside),
        matching=len(found),
        count=reader.plural("{n} client", "{n} clients", len(found)),
        nothing="" if found else reader.text("No client matches these filters."),
        more=reader.text("Show {n} more", n=min(left, SLICE)) if left > 0 else "",
    )


def first_of(found: Sequence[Found]) -> list[Found]:
    """Whatever the table is sorted by."""
    urgent = [(placed.score, (key, placed)) for key, placed in found if placed and placed.reason]
    return [one for _score, one in heapq.nlargest(FIRST, urgent, key=operator.itemgetter(0))]


def beside_of(question: PortfolioQuestion, period: Period | None) -> str:
    """What the client's own tab is asked, so that it shows the same peers."""
    return f"period={period_key(period)}&compare={question.comparison}" if period else ""


def opened_at(beside: str, metric: MetricName) -> str:
    return f"{beside}&metric={metric}"


def metrics_of(question: PortfolioQuestion) -> tuple[MetricName, ...]:
    if question.view is View.STRIPS:
        return (question.metric,)
    return tuple(name for name, metric in SHOWN.items() if metric.topic is question.topic)


def columns(question: PortfolioQuestion, reader: Language) -> tuple[Column, ...]:
    text = reader.text
    lead = (Column(text("Client"), Sort.NAME, None), Column(text("Employees"), Sort.SIZE, None))
    if question.view is View.MAP:
        figures = metrics_of(question)
        return lead + tuple(Column(text(SHOWN[name].label), Sort.DISTANCE, name) for name in figures)
    return (
        *lead,
        Column(text(SHOWN[question.metric].label), Sort.VALUE, None),
        Column(text("Among the peers"), None, None),
        Column(text("Position"), Sort.DISTANCE, None),
        Column(text("Change in a year"), Sort.CHANGE, None),
        Column(text("Compared with"), None, None),
    )


def first_calls(urgent: Iterable[Line], reader: Language, *, beside: str) -> tuple[FirstCall, ...]:
    return tuple(
        first_call(line, line.placed, line.placed.reason, reader, beside=beside)
        for line in urgent
        if line.placed and line.placed.reason
    )


def first_call(line: Line, placed: Placed, reason: MetricName, reader: Language, *, beside: str) -> FirstCall:
    metric = SHOWN[reason]
    figure = on_a_strip(metric, placed.standings[reason], reader)
    why = reader.text(
        "{metric}: {value}, {position}. Change in a year: {change}. {size} employees.",
        metric=reader.text(metric.label),
        value=figure.value,
        position=figure.position,
        change=figure.change or "–",
        size=size_words(placed, reader),
    )
    return FirstCall(line.name, tab_of(line, opened_at(beside, reason)), why)
