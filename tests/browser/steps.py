"""What people do in this product, by keyboard: each step ends with what they then see."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from dashboard import i18n
from dashboard.domain import applications

if TYPE_CHECKING:
    from playwright.sync_api import Browser, StorageState

    from dashboard.demo import Numbered, Story
    from tests.browser.visit import Visit

NUMBER = "National register or enterprise number"
EMPLOYER = "Employer affiliated with the social secretariat"
SEARCH = "Search for a client"
MODULUS = 97
COMPANY_DIGITS = 10


def sign_in(visit: Visit, story: Story) -> None:
    visit.open()
    visit.sees_heading("Sign in")
    visit.fill("E-mail address", story.email)
    visit.fill("Password", story.password)
    visit.keys.press("Enter")
    expect(visit.page.locator("#client-list-search")).to_be_visible()
    use_language(visit)


def use_language(visit: Visit) -> None:
    """The account's own language shows first: switch to the reader's."""
    shown = visit.page.locator("html").get_attribute("lang")
    if shown == visit.reader.tag:
        return
    spoken = next(one for one in map(i18n.language, i18n.LANGUAGES) if one.tag == shown)
    visit.keys.activate(f"{spoken.text('Language')} {spoken.name}")
    visit.keys.activate(visit.reader.name, role="button")
    expect(visit.page.locator("html")).to_have_attribute("lang", visit.reader.tag)
    visit.sees_heading("Clients")


def open_menu(visit: Visit, label: str, title: str) -> None:
    visit.keys.activate(f"{visit.said(label)} {title}")


def speak(visit: Visit, other: Visit) -> Visit:
    """Switch to the other visit's language, by the button that says its name."""
    open_menu(visit, "Language", visit.reader.name)
    visit.keys.activate(other.reader.name, role="button")
    expect(visit.page.locator("html")).to_have_attribute("lang", other.reader.tag)
    return visit


def find(visit: Visit, name: str) -> None:
    visit.fill(SEARCH, name)
    visit.sees_name(name)


def open_found(visit: Visit, name: str) -> None:
    find(visit, name)
    visit.keys.press("ArrowDown", "Enter")
    expect(visit.page.get_by_role("heading", level=1)).to_contain_text(name)


def open_tab(visit: Visit, tab: str) -> None:
    visit.activate(tab, role="link")
    visit.sees_heading(tab)


def open_application(visit: Visit, story: Story) -> None:
    open_tab(visit, "Applications")
    wanted = applications.application(story.application)
    with visit.page.context.expect_page() as opened:
        visit.keys.activate(wanted.labels[visit.reader.code], role="link")
    expect(opened.value.locator("body")).to_contain_text(story.client)
    opened.value.close()


def take_two_documents(visit: Visit) -> str:
    """Gives the name of the file that the browser received."""
    open_tab(visit, "Documents")
    boxes = visit.page.get_by_role("checkbox")
    for position in (0, 1):
        label = boxes.nth(position).get_attribute("aria-label") or ""
        visit.keys.toggle(label, role="checkbox")
    with visit.page.expect_download() as received:
        visit.activate("Download the selected documents", role="button")
    return str(received.value.suggested_filename)


def read_figures(visit: Visit) -> None:
    """The strips, and one metric in detail beside sector, region and Belgium."""
    open_tab(visit, "My company in figures")
    visit.activate("Sickness absence", role="link")
    visit.sees("Close the detail")
    visit.sees("Definition")


def take_contact(visit: Visit) -> str:
    open_tab(visit, "Contact")
    with visit.page.expect_download() as received:
        visit.activate("Download as vCard", role="link")
    return str(received.value.suggested_filename)


def start_adding(visit: Visit, number: str) -> None:
    visit.activate("Add a client", role="button")
    visit.fill(NUMBER, number)


def add_known(visit: Visit, known: Numbered) -> None:
    visit.keys.press("Enter")
    visit.sees("Client found")
    visit.sees_name(known.name)
    visit.activate("Add to my list", role="button")
    visit.sees("{name} was added to your list", name=known.name)
    expect(visit.page.get_by_role("link", name=known.name)).to_be_focused()


def is_told(visit: Visit, sentence: str, **values: object) -> None:
    """The message is at the field, what was typed is kept, and Escape leaves."""
    visit.keys.press("Enter")
    visit.sees(sentence, **values)
    field = visit.page.get_by_label(visit.said(NUMBER))
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).not_to_have_value("")
    visit.keys.press("Escape")


def ask_to_affiliate(visit: Visit) -> None:
    visit.keys.press("Enter")
    visit.sees("This number is correct, but this client is not affiliated yet")
    visit.choose("Affiliate this client")
    visit.activate("Continue", role="button")
    visit.fill("Client's name", "Lambert, Julie")
    visit.activate("Continue", role="button")
    visit.activate("Submit the request", role="button")
    visit.sees("You follow it on the page Requests.")
    visit.activate("Close", role="button")


def with_wrong_check(number: str) -> str:
    digits = [char for char in number if char.isdigit()]
    head, check = "".join(digits[:-2]), int("".join(digits[-2:]))
    return f"{head}{check % MODULUS + 1:02d}"


def paste_a_list(visit: Visit, story: Story) -> None:
    visit.activate("Import several clients", role="link")
    visit.sees_heading("Import several clients")
    visit.keys.focus_on(visit.said("Paste a list of numbers, one per line"))
    visit.keys.paste("\n".join(line.number for line in story.importable))
    visit.activate("Check", role="button")
    visit.sees_heading("Result of the check")
    for line in story.importable:
        say_how_affiliated(visit, line)
        visit.sees_name(line.name)
    add_ready(visit, len(story.importable))


def say_how_affiliated(visit: Visit, line: Numbered) -> None:
    """Asked for each enterprise of the list, top down; a person has no choice."""
    if len([sign for sign in line.number if sign.isdecimal()]) == COMPANY_DIGITS:
        visit.choose(EMPLOYER)
        visit.keys.press("Tab")


def add_ready(visit: Visit, count: int) -> None:
    added = ("{n} client was added to your list", "{n} clients were added to your list")
    add = visit.reader.plural("Add {n} ready client", "Add {n} ready clients", count)
    expect(visit.page.get_by_role("button", name=add)).to_be_visible()
    visit.keys.activate(add, role="button")
    visit.sees_name(visit.reader.plural(*added, count))


def remove(visit: Visit, name: str) -> None:
    visit.activate("Remove {name} from my list", name=name, role="button")
    visit.sees("Remove {name} from your list?", name=name)
    assert visit.keys.focus.name == visit.said("Cancel"), "the focus starts on the harmless button"
    visit.activate("Remove from list", role="button")
    visit.sees("{name} was removed from your list", name=name)


def undo(visit: Visit, name: str) -> None:
    visit.activate("Undo removal", role="button")
    visit.sees_name(name)


def follow_request(visit: Visit) -> None:
    visit.keys.press("Escape")
    visit.activate("Requests", role="link")
    visit.sees_heading("Requests")
    visit.sees("submitted")


def sign_out(visit: Visit, story: Story) -> None:
    open_menu(visit, "My account", story.person)
    visit.activate("Sign out", role="button")
    visit.sees_heading("Sign in")


def session(chromium: Browser, address: str, story: Story, *, code: str) -> StorageState:
    """Sign in once, in the reader's language, and keep the cookies for the windows that follow."""
    reader = i18n.language(code)
    context = chromium.new_context(locale=reader.tag, base_url=address)
    page = context.new_page()
    page.goto("/sign-in")
    page.locator("[name=email]").fill(story.email)
    page.locator("[name=password]").fill(story.password)
    page.keyboard.press("Enter")
    expect(page.locator("#client-list-search")).to_be_visible()
    if page.locator("html").get_attribute("lang") != reader.tag:
        page.locator(".menu-holder summary").first.click()
        page.get_by_role("button", name=reader.name, exact=True).click()
        expect(page.locator("html")).to_have_attribute("lang", reader.tag)
    state = context.storage_state()
    context.close()
    return state
