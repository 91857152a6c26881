"""My company in figures: each metric of a client as a strip beside its peers."""

from __future__ import annotations

import dataclasses
import datetime
import enum
from collections.abc import Mapping

from dashboard.data.store import Firm
from dashboard.domain.clients import Client, Kind, Service
from dashboard.domain.metrics import OVERVIEW, Metric, MetricName, Topic
from dashboard.domain.peers import Comparison, NoSpread, PeerCard, Quantiles, position
from dashboard.domain.workforce import Missing, Period, Quarter, Value
from dashboard.i18n import N_, Language
from dashboard.viewmodels.figure_words import (
    amount,
    band_words,
    group_words,
    missing_words,
    period_words,
    position_words,
)
from dashboard.viewmodels.periods import NOT_DELIVERED, Choice, nearest_with_data, period_of
from dashboard.workspace import Workspace

FIRM_GROUND = 25
FRESH = datetime.timedelta(days=100)

TOPICS = ((Topic.PAY, N_("Pay")), (Topic.HEALTH, N_("Health")), (Topic.WORKFORCE, N_("Workforce")))
NAMES = {
    Comparison.SECTOR: N_("Sector"),
    Comparison.REGION: N_("Region"),
    Comparison.BELGIUM: N_("Belgium"),
    Comparison.COMMITTEE: N_("Joint committee"),
}


class State(enum.StrEnum):
    """What the tab can show of a client."""

    FIGURES = "figures"
    PENDING = "pending"
    NO_STAFF = "no_staff"
    NO_MANDATE = "no_mandate"
    NO_RELEASE = "no_release"


EXPLAINED = {
    State.PENDING: N_("Waiting for a mandate: figures are shown once this client's mandate is on record."),
    State.NO_STAFF: N_(
        "This client employs nobody, so there are no figures on pay and health. They need an affiliation "
        "with the social secretariat as an employer and at least three employees."
    ),
    State.NO_MANDATE: N_("You have no mandate for the social secretariat's service. Ask for access."),
    State.NO_RELEASE: N_("No peer figures have been released yet."),
}


@dataclasses.dataclass(frozen=True)
class Places:
    """Where things lie on a strip, in hundredths of its width; None where a quantile is not released."""

    outer: tuple[float, float] | None
    inner: tuple[float, float] | None
    median: float
    client: float
    overflow: str


@dataclasses.dataclass(frozen=True)
class Strip:
    """One metric's row: the client's value, its peers, the sentence."""

    metric: MetricName
    label: str
    value: str
    missing: str
    median: str
    middle_half: str
    position: str
    note: str
    places: Places | None
    description: str


@dataclasses.dataclass(frozen=True)
class CompanyFigures:
    """What the tab shows for one period and one comparison."""

    state: State
    period: str
    group: str
    band: str
    small: str
    finer: tuple[str, ...]
    provisional: str
    stale: str
    source: str
    topics: tuple[tuple[str, tuple[Strip, ...]], ...]
    nearest: Choice | None


def state_of(client: Client, quarters: tuple[Quarter, ...]) -> State:
    if not client.is_active:
        return State.PENDING
    if client.entry.kind is not Kind.EMPLOYER:
        return State.NO_STAFF
    if not client.opens(Service.SECRETARIAT):
        return State.NO_MANDATE
    return State.FIGURES if quarters else State.NO_RELEASE


def comparison_of(key: str) -> Comparison:
    return Comparison(key) if key in set(Comparison) else Comparison.SECTOR


def company_figures(workspace: Workspace, client_id: str, *, period: str, comparison: str) -> CompanyFigures:
    with workspace.reading() as firm:
        client = firm.clients.one(client_id)
        quarters = firm.releases.quarters()
        state = state_of(client, quarters)
        if state is not State.FIGURES:
            return CompanyFigures(state, "", "", "", "", (), "", "", "", (), None)
        chosen = period_of(period, quarters)
        figures = filled(firm, client, chosen, comparison_of(comparison), language=workspace.language)
        return dataclasses.replace(figures, stale=stale_words(firm, quarters[0], workspace.language))


def filled(
    firm: Firm, client: Client, period: Period, comparison: Comparison, *, language: Language
) -> CompanyFigures:
    employer = client.entry.employer_number or ""
    own = firm.releases.own_figures(employer, period)
    cards = firm.releases.cards(employer, period, firm_id=firm.actor.firm_id, of=(comparison,))
    card = cards[comparison]
    text = language.text
    return CompanyFigures(
        state=State.FIGURES,
        period=period_words(period, language),
        group=group_words(card.group, language) if card.group else text("Too few peers to compare"),
        band=band_words(card.band, language) if card.band else "",
        small=text("Small group: interpret with care") if card.band and card.band.least < FIRM_GROUND else "",
        finer=tuple(group_words(group, language) for group in card.finer),
        provisional=text("Provisional: not all months of the last quarter were delivered.")
        if own.is_provisional
        else "",
        stale="",
        source=source_words(firm, period, language),
        topics=topics_of(own.values, card, language),
        nearest=nearest_with_data(firm, employer, period, language)
        if own.values[MetricName.HEADCOUNT] == NOT_DELIVERED
        else None,
    )


def stale_words(firm: Firm, newest: Quarter, language: Language) -> str:
    built = firm.releases.built_at(newest)
    if built is None or firm.now - built <= FRESH:
        return ""
    return language.text(
        "The newest peer figures are old: they were released on {date}.", date=language.date(built)
    )


def source_words(firm: Firm, period: Period, language: Language) -> str:
    built = firm.releases.built_at(period.quarter)
    return language.text(
        "Source: payroll facts of the social secretariat. Peer figures released on {date}.",
        date=language.date(built) if built else "",
    )


def topics_of(
    own: Mapping[MetricName, Value], card: PeerCard, language: Language
) -> tuple[tuple[str, tuple[Strip, ...]], ...]:
    return tuple(
        (
            language.text(title),
            tuple(
                strip(metric, own[metric.name], card, language)
                for metric in OVERVIEW
                if metric.topic is topic and metric.name in own
            ),
        )
        for topic, title in TOPICS
    )


def strip(metric: Metric, value: Value, card: PeerCard, language: Language) -> Strip:
    label = language.text(metric.label)
    peers = card.figures.get(metric.name)
    own = "" if isinstance(value, Missing) else amount(value, metric, language)
    missing = missing_words(value, language) if isinstance(value, Missing) else ""
    known = peers if isinstance(peers, Quantiles) else None
    where = place_in_words(metric, value, known, language)
    note = "" if known else without_peers(peers, language)
    return Strip(
        metric=metric.name,
        label=label,
        value=own,
        missing=missing,
        median=amount(known.median, metric, language) if known else "",
        middle_half=middle_half(metric, known, language),
        position=where,
        note=note,
        places=None
        if known is None or isinstance(value, Missing)
        else places(value, known, step=metric.step),
        description=described(label, own or missing, where or note, metric, known, language=language),
    )


def without_peers(peers: NoSpread | Quantiles | None, language: Language) -> str:
    if isinstance(peers, NoSpread):
        return language.text("The peers hardly differ: no usable spread")
    return language.text("Too few peers to compare")


def place_in_words(metric: Metric, value: Value, peers: Quantiles | None, language: Language) -> str:
    if peers is None or isinstance(value, Missing):
        return ""
    return position_words(position(value, peers, step=metric.step), language)


def middle_half(metric: Metric, peers: Quantiles | None, language: Language) -> str:
    low, high = (peers.at(0.25), peers.at(0.75)) if peers else (None, None)
    if low is None or high is None:
        return ""
    return language.text(
        "{low} to {high}", low=amount(low, metric, language), high=amount(high, metric, language)
    )


def described(
    label: str, own: str, where: str, metric: Metric, peers: Quantiles | None, *, language: Language
) -> str:
    """The strip in one sentence, from the same data as the drawing."""
    if peers is None:
        return language.text("{metric}: {value}. {position}.", metric=label, value=own, position=where)
    return language.text(
        "{metric}: {value}, {position}. Median of the peers {median}.",
        metric=label,
        value=own,
        position=where or language.text("no position"),
        median=amount(peers.median, metric, language),
    )


def places(value: float, peers: Quantiles, *, step: float) -> Places:
    """Each strip has its own scale: a little beyond what is released, the client at the edge when outside."""
    low, high = extent(peers, step=step)
    wide = high - low

    def across(one: float) -> float:
        return round(100 * min(max((one - low) / wide, 0.0), 1.0), 1)

    def band(lower: float, upper: float) -> tuple[float, float] | None:
        ends = peers.at(lower), peers.at(upper)
        return None if ends[0] is None or ends[1] is None else (across(ends[0]), across(ends[1]))

    overflow = "right" if value > high else "left" if value < low else ""
    return Places(band(0.1, 0.9), band(0.25, 0.75), across(peers.median), across(value), overflow)


def extent(peers: Quantiles, *, step: float) -> tuple[float, float]:
    """The ends of the scale: a third of the released spread is added on either side."""
    released = [one for probability, one in sorted(peers.values.items())]
    spread = max(released[-1] - released[0], 10 * step)
    return released[0] - spread / 3, released[-1] + spread / 3
