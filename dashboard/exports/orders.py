"""Take a client's figures along: now, in the background, or frozen under a code."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping

from dashboard.data.store import Firm
from dashboard.data.trail import Event
from dashboard.domain.clients import Client, Service
from dashboard.domain.exports import Export, Order
from dashboard.errors import NoMandate, NotFound
from dashboard.i18n import LANGUAGES, language
from dashboard.viewmodels.frozen import frozen, thawed
from dashboard.viewmodels.report import Report, Shown, named, report_of
from dashboard.workspace import Workspace


def take_report(workspace: Workspace, order: Order) -> Report:
    """What the file says, and a line in the trail that it left."""
    with workspace.changing() as firm:
        client = firm.clients.one(order.client_id)
        report = report_in(firm, client, order)
        firm.trail.record(Event.FIGURES_EXPORTED, entry_id=client.entry.id, detail=detail_of(order))
        return report


def report_in(firm: Firm, client: Client, order: Order) -> Report:
    """From the figures of now, or those that were frozen under the order's code."""
    reader = language(order.language)
    if order.code:
        found = in_language(thaw(firm, client, order.code), order.language)
    else:
        found = report_of(firm, client, Shown(order.period, order.comparison), language=reader)
    return named(found, order.names, reader)


def thaw(firm: Firm, client: Client, code: str) -> dict[str, Report]:
    """A snapshot's reports by language, each under its code; only while the mandate holds."""
    if not client.opens(Service.SECRETARIAT):
        raise NoMandate
    kept = firm.snapshots.one(code)
    if kept.client_id != client.id:
        raise NotFound
    reports = thawed(kept.content)
    return {one: dataclasses.replace(report, code=code) for one, report in reports.items()}


def open_snapshot(workspace: Workspace, code: str) -> tuple[Client, Report]:
    """The client and what was frozen of it, in the reader's language."""
    with workspace.reading() as firm:
        client = firm.clients.one(firm.snapshots.one(code).client_id)
        return client, in_language(thaw(firm, client, code), workspace.language.code)


def in_language(reports: Mapping[str, Report], code: str) -> Report:
    """In English where the language came after the snapshot."""
    return reports.get(code) or reports["en"]


def detail_of(order: Order) -> str:
    parts = (order.format, order.names, order.code)
    return ": ".join(part for part in parts if part)


def ask_for_export(workspace: Workspace, order: Order) -> Export:
    """Refused at once where no file can come of it."""
    with workspace.changing() as firm:
        client = firm.clients.one(order.client_id)
        report_in(firm, client, order)
        return firm.exports.ask(order)


def take_export(workspace: Workspace, export_id: str) -> tuple[Export, bytes]:
    """The file of an export that is done, as long as its client may still be seen."""
    with workspace.changing() as firm:
        export = firm.exports.one(export_id)
        client = firm.clients.one(export.order.client_id)
        if not client.opens(Service.SECRETARIAT):
            raise NoMandate
        if not export.storage_key:
            raise NotFound
        firm.trail.record(Event.FIGURES_EXPORTED, entry_id=client.entry.id, detail=detail_of(export.order))
    return export, workspace.store.files.get(export.storage_key)


def take_snapshot(workspace: Workspace, client_id: str, shown: Shown) -> str:
    """Freeze what is said of the client, in every language; returns the code."""
    with workspace.changing() as firm:
        client = firm.clients.one(client_id)
        spoken = {*LANGUAGES, workspace.language.code}
        reports = {code: report_of(firm, client, shown, language=language(code)) for code in spoken}
        code = firm.snapshots.keep(client.id, frozen(reports))
        firm.trail.record(Event.SNAPSHOT_TAKEN, entry_id=client.entry.id, detail=code)
        return code
