"""Write down what a meeting is about and what was agreed in it."""

from __future__ import annotations

import datetime
import re

from dashboard.commands.describe_client import holds_register_number
from dashboard.data.store import Firm
from dashboard.data.trail import Event
from dashboard.domain.agreements import LONGEST_DECISION, LONGEST_POINTS, MOST_AGREEMENTS, Agreement
from dashboard.domain.clients import Client, Service
from dashboard.domain.metrics import BY_NAME, Metric, MetricName
from dashboard.domain.workforce import Missing, Period, Span
from dashboard.errors import BadRequest, Incomplete, NoMandate
from dashboard.workspace import Workspace

NUMBER = re.compile(r"-?\d{1,12}(?:[.,]\d{1,4})?")
GAPS = re.compile(r"[\s\u00a0\u202f]")
DATE = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})")


def keep_points(workspace: Workspace, client_id: str, words: str) -> None:
    """In place of the client's earlier talking points."""
    if len(words) > LONGEST_POINTS:
        raise Incomplete("Talking points have {n} characters at most.", n=LONGEST_POINTS)
    if holds_register_number(words, workspace.today):
        raise Incomplete("Leave national register numbers out of these fields.")
    with workspace.changing() as firm:
        client = client_with_figures(firm, client_id)
        firm.meetings.keep_points(client_id, words.strip())
        firm.trail.record(Event.TALKING_POINTS_CHANGED, entry_id=client.entry.id)


def agree(workspace: Workspace, client_id: str, *, decision: str, metric: str, target: str, due: str) -> None:
    """An agreement as it was typed: a decision, and a target of a metric by a date where there is one."""
    said = " ".join(decision.split())
    refuse_decision(workspace, said)
    chosen = metric_of(metric)
    aimed, until = number_in(target), date_in(due, today=workspace.today)
    if aimed is not None and chosen is None:
        raise Incomplete("Choose the figure that this target is about.", field="metric")
    with workspace.changing() as firm:
        client = client_with_figures(firm, client_id)
        if len(firm.meetings.agreed(client_id)) >= MOST_AGREEMENTS:
            raise BadRequest("A client has {n} agreements at most. Drop one first.", n=MOST_AGREEMENTS)
        name = chosen.name if chosen else None
        now = value_now(firm, client, chosen) if chosen else None
        made = Agreement("", workspace.today, said, name, target=aimed, value_then=now, due=until)
        firm.meetings.agree(client_id, made)
        firm.trail.record(Event.AGREED, entry_id=client.entry.id, detail=name or "")


def drop_agreement(workspace: Workspace, client_id: str, agreement_id: str) -> None:
    with workspace.changing() as firm:
        client = client_with_figures(firm, client_id)
        firm.meetings.drop(client_id, agreement_id)
        firm.trail.record(Event.AGREEMENT_DROPPED, entry_id=client.entry.id)


def client_with_figures(firm: Firm, client_id: str) -> Client:
    """What is agreed holds figures: the mandate that opens them is needed here too."""
    client = firm.clients.one(client_id)
    if not client.opens(Service.SECRETARIAT):
        raise NoMandate
    return client


def refuse_decision(workspace: Workspace, said: str) -> None:
    if not said:
        raise Incomplete("Write down what was decided.", field="decision")
    if len(said) > LONGEST_DECISION:
        raise Incomplete("A decision has {n} characters at most.", field="decision", n=LONGEST_DECISION)
    if holds_register_number(said, workspace.today):
        raise Incomplete("Leave national register numbers out of these fields.", field="decision")


def metric_of(name: str) -> Metric | None:
    if not name:
        return None
    if name not in set(MetricName):
        raise BadRequest
    return BY_NAME[MetricName(name)]


def number_in(text: str) -> float | None:
    """As accountants write it: a comma or a point before the decimals, spaces between thousands."""
    bare = GAPS.sub("", text)
    if not bare:
        return None
    if not NUMBER.fullmatch(bare):
        raise Incomplete("Enter the target as a number", field="target")
    return float(bare.replace(",", "."))


def date_in(text: str, *, today: datetime.date) -> datetime.date | None:
    if not text.strip():
        return None
    found = DATE.fullmatch(text.strip())
    try:
        day = datetime.date(int(found[3]), int(found[2]), int(found[1])) if found else None
    except ValueError:
        day = None
    if day is None or day < today:
        raise Incomplete("Enter a date from today on, as day/month/year", field="due")
    return day


def value_now(firm: Firm, client: Client, metric: Metric) -> float | None:
    """The newest value of the year to a quarter's end: what the next meeting compares with."""
    quarters = firm.releases.quarters()
    if not quarters or client.entry.employer_number is None:
        return None
    found = firm.releases.own(client.entry.employer_number, Period(quarters[0], Span.FOUR_QUARTERS))
    value = found.get(metric.name)
    return None if value is None or isinstance(value, Missing) else value
