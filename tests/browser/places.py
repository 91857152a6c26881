"""Every place where a person can stand: each page, dialog and step inside one, and the way there."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from dashboard.ids import AddClient, Frame, RemoveClient, Requests, SavedFilters
from dashboard.viewmodels.company_figures import State
from dashboard.viewmodels.questions import ANSWERS
from tests.browser import ways, ways_in_the_list, ways_to_add, ways_to_export, ways_to_present

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.browser.ground import Ground
    from tests.browser.visit import Visit


@dataclasses.dataclass(frozen=True)
class Place:
    """Somewhere to stand; `page`, `dialog` and `step` say what of the product it shows."""

    name: str
    go: Callable[[Visit, Ground], None]
    page: str = ""
    dialog: str = ""
    step: str = ""
    signed_in: bool = True

    def __str__(self) -> str:
        return self.name


def adding(name: str, go: Callable[[Visit, Ground], None], step: str = "") -> Place:
    return Place(name, go, dialog=AddClient.DIALOG, step=step)


def figures(state: State) -> Place:
    return Place(f"figures: {state}", ways.figures_in(state), page="company_figures")


PLACES = (
    Place("sign-in", ways.to("/sign-in"), signed_in=False),
    Place("sign-in refused", ways.refused_sign_in, signed_in=False),
    Place("invitation", ways.invitation),
    Place("invitation spent", ways.spent_invitation, signed_in=False),
    Place("list", ways.to("/clients"), page="client_list"),
    Place("list: nothing found", ways.nothing_found),
    Place("list: a description of many words", ways.marked_hits),
    Place("list: out of reach", ways.list_out_of_reach),
    Place("list: saved filters", ways_in_the_list.saved_filters, dialog=SavedFilters.DIALOG),
    Place("list: filter kept", ways_in_the_list.filter_kept, dialog=SavedFilters.DIALOG),
    Place("list: filter refused", ways_in_the_list.filter_refused, dialog=SavedFilters.DIALOG),
    Place("list: selection", ways_in_the_list.selection),
    Place("list: selection refused", ways_in_the_list.selection_refused),
    Place("list: removal of a selection", ways_in_the_list.selection_removal, dialog=RemoveClient.DIALOG),
    Place("removed", ways.to("/clients/removed"), page="removed_clients"),
    Place("removed: banner", ways.removed_banner),
    Place("import", ways.to("/clients/import"), page="import_clients"),
    Place("import: nothing pasted", ways.nothing_pasted),
    Place("import: checked", ways.checked_list),
    Place("import: line corrected", ways.line_corrected),
    Place("import: added", ways.added_list),
    Place("applications", ways.tab("applications"), page="applications"),
    Place("applications: mandate awaited", ways.awaited("applications")),
    Place("documents", ways.tab("documents"), page="documents"),
    Place("documents: none found", ways.no_document),
    Place("documents: mandate awaited", ways.awaited("documents")),
    Place("contact", ways.tab("contact"), page="contact"),
    Place("contact: mandate awaited", ways.awaited("contact")),
    Place("own words of a client", ways.own_words),
    Place("own words refused", ways.own_words_refused),
    Place("own tags of a client", ways_in_the_list.own_tags),
    figures(State.FIGURES),
    figures(State.PENDING),
    figures(State.NO_STAFF),
    Place("figures: a metric in detail", ways.metric("sickness_total")),
    Place("figures: a metric of pay in detail", ways.metric("gross_wage_per_fte")),
    Place("portfolio", ways.portfolio(""), page="portfolio"),
    Place("portfolio: map", ways.portfolio("?view=map&topic=health")),
    Place("portfolio: nothing found", ways.portfolio("?tag=no-such-tag")),
    Place("portfolio: out of reach", ways.portfolio_out_of_reach),
    *(Place(f"figures: {question}", ways.question(question)) for question in ANSWERS),
    Place("presentation: start sheet", ways_to_present.start_sheet),
    Place("presentation: slides", ways_to_present.slides),
    Place("presentation: overview", ways_to_present.overview),
    Place("presentation: values and table", ways_to_present.table),
    Place("presentation: speaker's window", ways_to_present.speaker),
    Place("figures: an agreement refused", ways_to_present.agreement_refused),
    Place("export menu", ways_to_export.export_menu),
    Place("snapshot", ways_to_export.snapshot, page="snapshot"),
    Place("exports", ways.to("/exports"), page="exports"),
    Place("exports: one that is being made", ways_to_export.export_begun),
    Place("requests", ways.to("/requests"), page="requests"),
    Place("requests: withdraw", ways.withdrawal, dialog=Requests.DIALOG),
    Place("account", ways.to("/account"), page="account"),
    Place("account: refused", ways.password_refused),
    Place("team", ways.to("/team"), page="team"),
    Place("team: invitation refused", ways.invite_refused),
    Place("team: invited", ways.invited),
    Place("audit", ways.to("/audit"), page="audit_trail"),
    Place("no such page", ways.to_nowhere),
    Place("not in the list", ways.to("/clients/no-such-client/figures")),
    Place("palette", ways.palette, dialog=Frame.PALETTE),
    Place("palette: nothing matches", ways.palette_without_match, dialog=Frame.PALETTE),
    Place("shortcuts", ways.shortcuts, dialog=Frame.SHORTCUTS),
    Place("menu: language", ways.menu(0)),
    Place("menu: person", ways.menu(1)),
    adding("add", ways_to_add.add),
    adding("add: wrong number", ways_to_add.add_wrong),
    adding("add: already listed", ways_to_add.add_listed),
    adding("add: person found", ways_to_add.add_person, AddClient.FOUND),
    adding("add: employer found", ways_to_add.add_employer, AddClient.FOUND),
    adding("add: company that is no employer", ways_to_add.add_company, AddClient.FOUND),
    adding("add: offer", ways_to_add.offer, AddClient.FOUND),
    adding("add: affiliate", ways_to_add.affiliate, AddClient.REQUEST),
    adding("add: form refused", ways_to_add.form_refused, AddClient.REQUEST),
    adding("add: transfer", ways_to_add.transfer, AddClient.REQUEST),
    adding("add: summary", ways_to_add.summary, AddClient.SUMMARY),
    adding("add: sent", ways_to_add.sent, AddClient.SENT),
    Place("remove", ways.remove, dialog=RemoveClient.DIALOG),
)
