"""A report made by hand, with an answer for every kind of chart."""

from __future__ import annotations

import dataclasses
import datetime
from typing import Any

from dashboard.domain.metrics import MetricName
from dashboard.i18n import language
from dashboard.viewmodels.answers import (
    Answer,
    Area,
    Areas,
    Bars,
    BeforeAndAfter,
    Cell,
    Chart,
    Columns,
    Control,
    Dots,
    InAndOut,
    Lines,
    MonthLines,
    Question,
    Strip,
    Strips,
    Table,
    TenDots,
)
from dashboard.viewmodels.report import Definition, Report

SAID_IN_NO_LANGUAGE = {"language", "question", "metric", "code"}
QUARTERS = ("Q1 2025", "Q2 2025", "Q3 2025", "Q4 2025")
MONTHS = tuple(f"{month:02}" for month in range(1, 13))


def cell(number: float, digits: int = 1) -> Cell:
    return Cell(language("en").decimal(number, digits), number)


def strip(label: str, client: float, *quantiles: float) -> Strip:
    """Five quantiles, three or one, as a group's size allows."""
    names = {5: (0.1, 0.25, 0.5, 0.75, 0.9), 3: (0.25, 0.5, 0.75), 1: (0.5,)}[len(quantiles)]
    known = tuple((name, cell(value)) for name, value in zip(names, quantiles, strict=True))
    return Strip(label, cell(client), known, position="above the middle half")


THREE = (
    strip("Sector", 58.4, 45, 50.5, 54.3, 57, 62),
    strip("Region", 58.4, 48, 51, 52.5),
    strip("Belgium", 58.4, 51.7),
)
CHARTS: dict[Question, Chart] = {
    Question.STANDING: Strips(
        (*THREE, strip("Growth", -1.2, -4, -1.5, 0.5, 2, 3.5), *THREE), shared_scale=False
    ),
    Question.GROUPS: Strips(THREE, shared_scale=True),
    Question.GROWTH: Lines(
        QUARTERS,
        (54.0, 55.5, None, 58.4),
        (50.0, 51, 52, 53),
        (47.0, 48, 48, 49),
        (55.0, 55, 56, 57),
        (False,) * 4,
    ),
    Question.SHIFT: Control(QUARTERS, (4.0, 4.5, 4.2, 9.9), (4.6,) * 4, (2.5,) * 4, (6.7,) * 4, (3,)),
    Question.SEASON: MonthLines(
        MONTHS, (("2024", tuple(float(n) for n in range(12))), ("2025", (2.0, 3, 4, *(None,) * 9)))
    ),
    Question.PAY_MIX: Dots(
        (("Overtime", cell(2.1)), ("Meal vouchers", cell(-0.6))), zero="Share in the sector"
    ),
    Question.STAFF: Bars((("under 25", cell(12.5), cell(10.1)), ("50 or older", cell(31.2), cell(28.4)))),
    Question.BENEFITS: TenDots((("Meal vouchers", 8, True), ("Company car", 3, False), ("Pension", 4, None))),
    Question.TURNOVER: InAndOut(
        QUARTERS, (2.0, 0.0, 3.0, 1.0), (1.0, 2.0, 2.0, 4.0), strip("Turnover", 22.5, 11.0, 16.0, 22.0)
    ),
    Question.TO_THE_MEDIAN: BeforeAndAfter(
        ("Today", cell(52000, 0)), ("At the median", cell(41000, 0)), cell(11000, 0)
    ),
    Question.PROVINCES: Areas(
        (
            Area("20002", "Br", "Flemish Brabant", cell(4.8), is_own=True),
            Area("90000", "N", "Namur", Cell("too few peers"), is_own=False),
        )
    ),
    Question.OVERTIME: Columns(
        QUARTERS,
        (1.2, 3.4, 2.2, 5.1),
        (2.0, 2.1, 2.2, 2.3),
        "Overtime",
        Columns(QUARTERS, (0.0, 0.0, 1.0, 0.0), (0.5, 0.5, 0.5, 0.5), "Unemployment"),
    ),
}
ROW = (Cell("Company"), Cell("58,400 €", 58.4), Cell("54,300 €", 54.3))
TABLE = Table(("Row", "Client", "Median"), (ROW, (Cell("=1+1"), Cell("–"), Cell("-1.2", -1.2))))
USUAL = Answer(
    question=Question.GROUPS,
    metric=MetricName.COST_PER_FTE,
    title="Wage cost per FTE is higher than at 7 in 10 peers",
    subtitle="100+ peers, NACE 43 · 12 months to 31 December 2025",
    name="Strips of wage cost beside three groups",
    description=("The company: 58,400 €.", "Median of the sector: 54,300 €."),
    table=TABLE,
    chart=CHARTS[Question.GROUPS],
    unit="thousand euros",
    digits=1,
    source="Source: payroll facts",
)
SUPPRESSED = dataclasses.replace(
    USUAL, title="Company cars", chart=None, notice="Too few peers to compare", table=TABLE
)
DEFINED = Definition("Wage cost per FTE", "The wage cost of twelve months by average FTE.", "cost ÷ fte")


def answers() -> tuple[Answer, ...]:
    return tuple(
        dataclasses.replace(USUAL, question=question, chart=chart, title=f"What {question} says")
        for question, chart in CHARTS.items()
    )


def report(**changes: object) -> Report:
    usual = Report(
        language="en",
        title="My company in figures",
        company="The company",
        period="12 months to 31 December 2025",
        source="Peer figures released on 20 November 2026",
        made=datetime.date(2026, 11, 24),
        answers=(*answers(), SUPPRESSED),
        peers=Table(("Comparison", "Group", "Peers"), ((Cell("Sector"), Cell("NACE 43"), Cell("100+")),)),
        definitions={MetricName.COST_PER_FTE: DEFINED},
    )
    return dataclasses.replace(usual, **changes)  # type: ignore[arg-type]


def in_brackets() -> Report:
    """Strips and a notice, with brackets around every word that a language says."""
    return bracketed(report(answers=(USUAL, SUPPRESSED)))


def bracketed(part: Any) -> Any:
    if dataclasses.is_dataclass(part):
        names = [field.name for field in dataclasses.fields(part) if field.name not in SAID_IN_NO_LANGUAGE]
        return dataclasses.replace(part, **{name: bracketed(getattr(part, name)) for name in names})  # type: ignore[type-var]
    if isinstance(part, tuple):
        return tuple(bracketed(one) for one in part)
    if isinstance(part, dict):
        return {name: bracketed(one) for name, one in part.items()}
    return f"⟦{part}⟧" if isinstance(part, str) else part
