"""Figures from a client's annual accounts: another source, never mixed with payroll peers."""

from __future__ import annotations

import dataclasses

from dashboard.domain.accounts import Figure, FigureName, Filing, Missing, Unit, figures
from dashboard.i18n import N_, Language
from dashboard.workspace import Workspace

SHOWN = {
    FigureName.FTE: N_("Average staff in FTE"),
    FigureName.HOURS: N_("Hours actually worked"),
    FigureName.COST: N_("Personnel costs"),
    FigureName.COST_PER_FTE: N_("Personnel costs per FTE"),
    FigureName.COST_PER_HOUR: N_("Personnel costs per hour worked"),
    FigureName.HOURS_PER_FTE: N_("Hours worked per FTE"),
    FigureName.WOMEN: N_("Share of women at closing"),
    FigureName.ENTRIES_FTE: N_("Entries in FTE"),
    FigureName.EXITS_FTE: N_("Exits in FTE"),
}


@dataclasses.dataclass(frozen=True)
class AnnualAccounts:
    """A table of figures by year, with the filings that they come from."""

    years: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]
    source: str
    note: str


def annual_accounts(workspace: Workspace, client_id: str) -> AnnualAccounts | None:
    """None when no filing of this client was imported."""
    with workspace.reading() as firm:
        filings = firm.filings(firm.clients.one(client_id))
    return table_of(filings, workspace.language) if filings else None


def table_of(filings: tuple[Filing, ...], language: Language) -> AnnualAccounts:
    by_year = [{figure.name: figure for figure in figures(filing)} for filing in filings]
    small = any(filing.has_small_staff for filing in filings)
    return AnnualAccounts(
        years=tuple(language.date(filing.ends) for filing in filings),
        rows=tuple(
            (language.text(label), tuple(words(year[name], language) for year in by_year))
            for name, label in SHOWN.items()
        ),
        source=language.text(
            "Source: National Bank of Belgium, Central Balance Sheet Office, filing {references}.",
            references=language.listing([filing.reference for filing in filings]),
        ),
        note=language.text("Under 10 FTE on average: read these ratios with care.") if small else "",
    )


def words(figure: Figure, language: Language) -> str:
    value = figure.value
    if isinstance(value, Missing):
        return "–"
    printers = {
        Unit.EURO: lambda: language.money(value),
        Unit.EURO_PER_FTE: lambda: language.money(value),
        Unit.EURO_PER_HOUR: lambda: language.money(value, 2),
        Unit.SHARE: lambda: language.percent(100 * value, 0),
        Unit.FTE: lambda: language.decimal(value, 1),
    }
    return printers.get(figure.unit, lambda: language.integer(value))()
