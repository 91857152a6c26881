"""The ways to the places: by mouse, because what is looked at is where they lead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from dashboard import ids
from dashboard.viewmodels.company_figures import State

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.browser.ground import Ground
    from tests.browser.visit import Visit

    Way = Callable[[Visit, Ground], None]

FILE_TABS = "nav.tab-bar"
SOMEBODY = "Odette Marchal"


def to(path: str) -> Way:
    def way(visit: Visit, _ground: Ground) -> None:
        visit.open(path)
        expect(visit.page.locator("h1").first).to_be_visible()

    return way


def to_nowhere(visit: Visit, ground: Ground) -> None:
    visit.watch.tolerate("404")
    to("/nowhere")(visit, ground)


def press(visit: Visit, sentence: str, /, **values: object) -> None:
    visit.page.get_by_role("button", name=visit.said(sentence, **values), exact=True).first.click()


def refused_sign_in(visit: Visit, ground: Ground) -> None:
    visit.watch.tolerate("401")
    visit.open("/sign-in")
    visit.page.locator("[name=email]").fill(ground.story.email)
    visit.page.locator("[name=password]").fill("not the password")
    visit.page.keyboard.press("Enter")
    visit.sees("This name and password do not go together. Try again.")


def invited(visit: Visit, ground: Ground) -> None:
    visit.open("/team")
    visit.page.locator(f"#{ids.Team.NAME}").fill(SOMEBODY)
    visit.page.locator(f"#{ids.Team.EMAIL}").fill(f"odette{ground.unknown_number()[-3:]}@lumiere.example")
    choose_a_language(visit)
    press(visit, "Invite")
    expect(visit.page.get_by_label(visit.said("One-time link"))).to_be_visible()


def choose_a_language(visit: Visit) -> None:
    """Nobody is invited in the pseudo-language, which is the manager's own in some tests."""
    visit.page.locator(f"#{ids.Team.LANGUAGE}").select_option("nl")


def invite_refused(visit: Visit, ground: Ground) -> None:
    to("/team")(visit, ground)
    visit.page.locator(f"#{ids.Team.NAME}").fill(SOMEBODY)
    visit.page.locator(f"#{ids.Team.EMAIL}").fill("no address")
    choose_a_language(visit)
    press(visit, "Invite")
    expect(visit.page.locator(f"#{ids.Team.EMAIL}")).to_have_attribute("aria-invalid", "true")


def invitation(visit: Visit, ground: Ground) -> None:
    invited(visit, ground)
    link = visit.page.get_by_label(visit.said("One-time link")).input_value()
    visit.page.goto(link)
    expect(visit.page.locator("[name=password]")).to_be_visible()


def spent_invitation(visit: Visit, ground: Ground) -> None:
    visit.watch.tolerate("404")
    to("/invitation/spent")(visit, ground)


def listed(visit: Visit) -> None:
    visit.open("/clients")
    expect(visit.page.locator("#client-list-rows a").first).to_be_visible()


def search_for(visit: Visit, words: str) -> None:
    listed(visit)
    visit.page.locator(f"#{ids.ClientList.SEARCH}").fill(words)


def nothing_found(visit: Visit, _ground: Ground) -> None:
    search_for(visit, "qqqqq")
    expect(visit.page.locator("#client-list-rows a")).to_have_count(0)


def marked_hits(visit: Visit, ground: Ground) -> None:
    search_for(visit, ground.story.client.strip("⟦⟧")[:5])
    expect(visit.page.locator("#client-list-rows mark").first).to_be_visible()


def list_out_of_reach(visit: Visit, _ground: Ground) -> None:
    visit.watch.tolerate("Failed to load resource")
    visit.page.route("**/api/clients**", lambda route: route.abort())
    visit.open("/clients")
    expect(visit.page.locator(".list-failure")).to_be_visible()


def portfolio(query: str) -> Way:
    """Loaded, with whatever there is to show."""

    def way(visit: Visit, _ground: Ground) -> None:
        visit.open(f"/portfolio{query}")
        expect(visit.page.locator(".portfolio-table")).not_to_have_attribute("aria-busy", "true")
        expect(visit.page.locator(".portfolio-status")).not_to_be_empty()

    return way


def portfolio_out_of_reach(visit: Visit, _ground: Ground) -> None:
    visit.watch.tolerate("Failed to load resource")
    visit.page.route("**/api/portfolio**", lambda route: route.abort())
    visit.open("/portfolio")
    expect(visit.page.locator(".portfolio-failure")).to_be_visible()


def removed_banner(visit: Visit, ground: Ground) -> None:
    """Removes a client that no other place shows."""
    name = ground.story.listed_employer.name
    search_for(visit, name)
    visit.page.locator("#client-list-rows tr", has_text=name).locator(".client-remove").click()
    press(visit, "Remove from list")
    expect(visit.page.locator(f"#{ids.RemoveClient.UNDO}")).to_be_visible()


def remove(visit: Visit, _ground: Ground) -> None:
    listed(visit)
    visit.page.locator("#client-list-rows .client-remove").first.click()
    expect(visit.page.locator(f"#{ids.RemoveClient.CONFIRM}")).to_be_visible()


def nothing_pasted(visit: Visit, ground: Ground) -> None:
    to("/clients/import")(visit, ground)
    if visit.page.locator(f"#{ids.ImportClients.DISCARD}").count():
        visit.page.locator(f"#{ids.ImportClients.DISCARD}").click()
    press(visit, "Check")
    expect(visit.page.locator(f"#{ids.ImportClients.ERROR}")).not_to_be_empty()
    expect(visit.page.locator(f"#{ids.ImportClients.TEXT}")).to_be_focused()


def checked_list(visit: Visit, ground: Ground) -> None:
    to("/clients/import")(visit, ground)
    if visit.page.locator(f"#{ids.ImportClients.DISCARD}").count():
        visit.page.locator(f"#{ids.ImportClients.DISCARD}").click()
    told = ground.story
    lines = [
        ground.wrong_number,
        told.importable[0].number,
        told.importable[-1].number,
        told.listed_person.number,
    ]
    visit.page.locator(f"#{ids.ImportClients.TEXT}").fill("\n".join(lines))
    press(visit, "Check")
    visit.sees_heading("Result of the check")


def line_corrected(visit: Visit, ground: Ground) -> None:
    checked_list(visit, ground)
    press(visit, "Correct line {line}", line=1)
    expect(visit.page.get_by_label(visit.said("Number of line {line}", line=1))).to_be_visible()


def added_list(visit: Visit, ground: Ground) -> None:
    checked_list(visit, ground)
    visit.page.locator(f"#{ids.ImportClients.ADD}").click()
    expect(visit.page.locator(f"#{ids.ImportClients.ADDED} .alert")).to_be_visible()


def tab(name: str) -> Way:
    def way(visit: Visit, ground: Ground) -> None:
        visit.open(f"/clients/{ground.story.client_id}/{name}")
        expect(visit.page.locator(FILE_TABS)).to_be_visible()

    return way


def awaited(name: str) -> Way:
    def way(visit: Visit, ground: Ground) -> None:
        visit.open(f"/clients/{ground.in_state[State.PENDING]}/{name}")
        expect(visit.page.locator(FILE_TABS)).to_be_visible()

    return way


def figures_in(state: State) -> Way:
    def way(visit: Visit, ground: Ground) -> None:
        visit.open(f"/clients/{ground.in_state[state]}/figures")
        expect(visit.page.locator(FILE_TABS)).to_be_visible()
        expect(visit.page.locator("[aria-busy=true]")).to_have_count(0)

    return way


def metric(name: str) -> Way:
    def way(visit: Visit, ground: Ground) -> None:
        visit.open(f"/clients/{ground.story.client_id}/figures?metric={name}")
        expect(visit.page.locator(".js-plotly-plot .main-svg").first).to_be_visible()

    return way


def question(name: str) -> Way:
    """An answer with its description and its table open."""

    def way(visit: Visit, ground: Ground) -> None:
        visit.open(f"/clients/{ground.story.client_id}/figures?question={name}")
        expect(visit.page.locator("#detail-title")).to_be_visible()
        visit.page.locator(".answer details").evaluate_all("all => all.forEach(one => { one.open = true })")

    return way


def no_document(visit: Visit, ground: Ground) -> None:
    tab("documents")(visit, ground)
    visit.page.locator(f"#{ids.Documents.SEARCH}").fill("qqqqq")
    expect(visit.page.locator("table.documents tbody tr").filter(visible=True)).to_have_count(0)


def own_words(visit: Visit, ground: Ground) -> None:
    tab("applications")(visit, ground)
    visit.page.get_by_text(visit.said("Edit reference, tags, note and person in charge")).click()
    expect(visit.page.locator(f"#{ids.DescribeClient.NOTE}")).to_be_visible()


def own_words_refused(visit: Visit, ground: Ground) -> None:
    own_words(visit, ground)
    visit.page.locator(f"#{ids.DescribeClient.NOTE}").fill(ground.story.listed_person.number)
    press(visit, "Save")
    expect(visit.page.locator(f"#{ids.DescribeClient.NOTE}")).to_be_focused()


def withdrawal(visit: Visit, _ground: Ground) -> None:
    visit.open("/requests")
    visit.page.locator("[data-withdraw]").first.click()
    expect(visit.page.locator(f"#{ids.Requests.CONFIRM}")).to_be_visible()


def password_refused(visit: Visit, _ground: Ground) -> None:
    visit.open("/account")
    visit.page.locator(f"#{ids.Account.CURRENT}").fill("not the password")
    visit.page.locator(f"#{ids.Account.NEW}").fill("short")
    visit.page.locator(f"#{ids.Account.CHANGE}").click()
    expect(visit.page.locator("[aria-invalid=true]").first).to_be_visible()


def palette(visit: Visit, ground: Ground) -> None:
    tab("applications")(visit, ground)
    visit.page.keyboard.press("Control+k")
    expect(visit.page.locator("#palette [data-group=clients] .palette-option").first).to_be_visible()


def palette_without_match(visit: Visit, ground: Ground) -> None:
    palette(visit, ground)
    visit.page.keyboard.type("qqqqq")
    visit.sees("Nothing matches.")


def shortcuts(visit: Visit, _ground: Ground) -> None:
    listed(visit)
    press(visit, "Keyboard shortcuts")
    expect(visit.page.locator(f"#{ids.Frame.SHORTCUTS}")).to_be_visible()


def menu(place: int) -> Way:
    def way(visit: Visit, _ground: Ground) -> None:
        listed(visit)
        visit.page.locator(".menu-holder summary").nth(place).click()
        expect(visit.page.locator(".menu-holder .menu").nth(place)).to_be_visible()

    return way
