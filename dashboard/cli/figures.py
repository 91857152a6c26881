"""`portefeuille figures`: what the figures tab shows a firm of one client."""

from __future__ import annotations

import dataclasses
import os

import rich_click as click

from dashboard.cli.office import opened
from dashboard.cli.output import Form, aligned, as_json, show_one
from dashboard.config import Settings
from dashboard.data.administration import NOBODY, Administration
from dashboard.data.database import reading
from dashboard.data.store import Store
from dashboard.domain.access import Actor, Role
from dashboard.domain.identifiers import CompanyNumber, verdict
from dashboard.domain.metrics import BY_NAME
from dashboard.errors import NotFound
from dashboard.viewmodels.annual_accounts import AnnualAccounts, annual_accounts
from dashboard.viewmodels.company_figures import EXPLAINED, State, company_figures
from dashboard.viewmodels.metric_detail import GroupRow, MetricDetail, metric_detail
from dashboard.viewmodels.periods import periods
from dashboard.workspace import Workspace, workspace_of


@click.command()
@click.argument("client")
@click.option("--firm", "firm_name", required=True, help="Name of the firm.")
@click.option("--period", default="", help="Such as 2026Q2-four_quarters; else the newest year.")
@as_json
def figures(client: str, firm_name: str, period: str, form: Form) -> None:
    """Print the figures of CLIENT, an id or an enterprise number, as its tab shows them to one firm."""
    settings = Settings.read(os.environ)
    with opened(settings) as store:
        workspace = as_reader(firm_name, store=store, settings=settings)
        require_period(period, workspace)
        told = told_of(workspace, id_of(client, workspace), period=period)
    if form is Form.JSON:
        show_one(facts_of(told), form=form)
    else:
        click.echo("\n".join(lines_of(told)))


def as_reader(firm_name: str, *, store: Store, settings: Settings) -> Workspace:
    """A firm's reach as none of its people in particular."""
    with reading(store.engine) as connection:
        administration = Administration(connection, store.cipher, store.clock(), store.rules)
        firm_id = administration.firm_named(firm_name)
    actor = Actor(NOBODY, firm_id, Role.READER, "", "", firm_name, "en")
    return workspace_of(actor, store=store, settings=settings)


def require_period(period: str, workspace: Workspace) -> None:
    with workspace.reading() as firm:
        offered = [choice.key for choice in periods(firm.releases.quarters(), workspace.language)]
    if period and period not in offered:
        raise click.BadParameter(f"{period} is none of {', '.join(offered)}.", param_hint="--period")


def id_of(client: str, workspace: Workspace) -> str:
    if not verdict(client, workspace.today).valid:
        return client
    with workspace.reading() as firm:
        known = firm.register.by_number(CompanyNumber.parse(client))
        found = firm.clients.of_entry(known.id) if known else None
    if found is None:
        raise NotFound("There is no client with this number in the firm's list.")
    return found.id


@dataclasses.dataclass(frozen=True)
class Told:
    """Everything that is printed of one client."""

    client: str
    state: State
    sentences: tuple[str, ...]
    period: str
    metrics: tuple[MetricDetail, ...]
    accounts: AnnualAccounts | None


def told_of(workspace: Workspace, client_id: str, *, period: str) -> Told:
    view = company_figures(workspace, client_id, period=period, comparison="")
    with workspace.reading() as firm:
        name = firm.clients.one(client_id).entry.name
    explained = "" if view.state is State.FIGURES else workspace.language.text(EXPLAINED[view.state])
    found = (metric_detail(workspace, client_id, metric=one, period=period, comparison="") for one in BY_NAME)
    return Told(
        client=name,
        state=view.state,
        sentences=tuple(one for one in (explained, view.stale, view.provisional, view.source) if one),
        period=view.period,
        metrics=tuple(detail for detail in found if detail),
        accounts=annual_accounts(workspace, client_id),
    )


def facts_of(told: Told) -> dict[str, object]:
    return {
        "client": told.client,
        "state": told.state.value,
        "period": told.period,
        "sentences": told.sentences,
        "metrics": [metric_facts(detail) for detail in told.metrics],
        "annual_accounts": accounts_facts(told.accounts) if told.accounts else None,
    }


def metric_facts(detail: MetricDetail) -> dict[str, object]:
    known = detail.client_value is not None
    return {
        "metric": detail.metric.value,
        "unit": detail.unit,
        "period": detail.period,
        "value": detail.client_value,
        "reason": "" if known else detail.client_words,
        "comparisons": [comparison_facts(row) for row in detail.rows],
    }


def comparison_facts(row: GroupRow) -> dict[str, object]:
    return {
        "comparison": row.comparison.value,
        "group": row.card.group,
        "band": row.card.band,
        "quantiles": {name: number for name, number, _words in row.quantiles},
        "position": row.position,
    }


def accounts_facts(accounts: AnnualAccounts) -> dict[str, object]:
    rows = {label: dict(zip(accounts.years, cells, strict=True)) for label, cells in accounts.rows}
    return {"figures": rows, "source": accounts.source, "note": accounts.note}


def lines_of(told: Told) -> list[str]:
    lines = [" · ".join(part for part in (told.client, told.period) if part), *told.sentences]
    for detail in told.metrics:
        lines += ["", f"{detail.metric}  {detail.client_words}  ({detail.unit}, {detail.period})"]
        lines += aligned([group_cells(row) for row in detail.rows])
    if told.accounts:
        heads = ["", *told.accounts.years]
        cells = [[label, *values] for label, values in told.accounts.rows]
        lines += ["", *aligned([heads, *cells]), told.accounts.note, told.accounts.source]
    return lines


def group_cells(row: GroupRow) -> list[str]:
    quantiles = "  ".join(f"{name} {words}" for name, _number, words in row.quantiles)
    return [f"  {row.card.name}", row.card.group, row.card.band, quantiles or row.note]
