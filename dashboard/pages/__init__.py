"""Every screen: its address, its title, who may open it and what draws it."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable

from dashboard.domain.access import Permission
from dashboard.i18n import N_
from dashboard.pages import (
    account,
    applications,
    audit_trail,
    client_list,
    company_figures,
    contact,
    documents,
    exports,
    import_clients,
    portfolio,
    removed_clients,
    requests,
    snapshot,
    team,
)
from dashboard.pages.address import Address, Screen
from dashboard.workspace import Workspace


@dataclasses.dataclass(frozen=True)
class Page:
    """One screen of the product."""

    name: str
    path: str
    title: str
    allow: Permission
    layout: Callable[[Workspace, Address], Screen]

    def match(self, path: str) -> dict[str, str] | None:
        """The variables of a path of this page, None for any other path."""
        pattern = re.sub(r"<(\w+)>", r"(?P<\1>[A-Za-z0-9_-]{1,40})", self.path)
        found = re.fullmatch(pattern, path)
        return found.groupdict() if found else None


VIEW, EDIT = Permission.VIEW_CLIENTS, Permission.EDIT_CLIENTS
PAGES = (
    Page("client_list", "/clients", N_("Clients"), VIEW, client_list.layout),
    Page("removed_clients", "/clients/removed", N_("Removed clients"), VIEW, removed_clients.layout),
    Page("import_clients", "/clients/import", N_("Import several clients"), EDIT, import_clients.layout),
    Page("applications", "/clients/<client>/applications", N_("Applications"), VIEW, applications.layout),
    Page("documents", "/clients/<client>/documents", N_("Documents"), VIEW, documents.layout),
    Page(
        "company_figures",
        "/clients/<client>/figures",
        N_("My company in figures"),
        VIEW,
        company_figures.layout,
    ),
    Page("contact", "/clients/<client>/contact", N_("Contact"), VIEW, contact.layout),
    Page("portfolio", "/portfolio", N_("Portfolio"), VIEW, portfolio.layout),
    Page("snapshot", "/snapshot/<code>", N_("Snapshot"), VIEW, snapshot.layout),
    Page("exports", "/exports", N_("My exports"), VIEW, exports.layout),
    Page("requests", "/requests", N_("Requests"), VIEW, requests.layout),
    Page("account", "/account", N_("My account"), Permission.OWN_ACCOUNT, account.layout),
    Page("team", "/team", N_("Team"), Permission.MANAGE_TEAM, team.layout),
    Page("audit_trail", "/audit", N_("Audit trail"), Permission.VIEW_AUDIT, audit_trail.layout),
)


def find(path: str) -> tuple[Page, dict[str, str]] | None:
    for page in PAGES:
        values = page.match(path.rstrip("/") or "/clients")
        if values is not None:
            return page, values
    return None
