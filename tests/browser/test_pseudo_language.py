"""Nothing that is read or heard at any place escapes translation."""

from __future__ import annotations

import pytest
from sqlalchemy import update

from dashboard.data.database import writing
from dashboard.data.schema import users
from dashboard.data.store import Store
from dashboard.i18n import LANGUAGES, PSEUDO, language
from tests import pseudo
from tests.browser import ground, steps, ways, ways_to_add, world
from tests.browser.places import PLACES
from tests.browser.server import serving

# What a screen reader says of an element, and what a scripted one may say later.
SAID = ("title", "aria-label", "placeholder", "alt")
TEXTS = """(names) => {
  const shown = (one) => one.checkVisibility({ visibilityProperty: true });
  const spoken = (one) => !one.closest("[lang]:not(html), script, style, .user-select-none");
  const found = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const parent = walk.currentNode.parentElement;
    // A hit of the search is marked inside its word.
    const whole = parent.closest(":not(mark)");
    const text = whole.querySelector(":scope > mark") ? whole.textContent : walk.currentNode.data;
    if (shown(parent) && spoken(parent)) found.push(text);
  }
  for (const option of document.querySelectorAll("option")) found.push(option.textContent);
  for (const name of names) {
    const named = [...document.querySelectorAll(`[${name}]`)].filter(spoken);
    found.push(...named.map((one) => one.getAttribute(name)));
  }
  return [...found, document.title];
}"""
OURS = "Portefeuille"
TYPED = {OURS, ways.SOMEBODY, ways_to_add.A_COMPANY}
# The title of the window of slides is its audience's to read.
FOR_THE_AUDIENCE = {language(code).text("Presentation") for code in LANGUAGES}


@pytest.fixture(scope="module")
def here(demo_world, tmp_path_factory):
    """A world whose people read the pseudo-language; brackets stand around what they wrote."""
    folder = world.copy_of(demo_world, tmp_path_factory.mktemp("pseudo"))
    states = ground.clients_by_state(folder)
    store = Store.open(world.settings(folder))
    with writing(store.engine) as connection:
        pseudo.bracket_what_is_kept(connection)
        connection.execute(update(users).values(language=PSEUDO))
    store.engine.dispose()
    with serving(world.application(folder)) as address:
        yield ground.Ground(address, world.story(folder), states)


@pytest.fixture(scope="module")
def signed_in(here, chromium):
    return steps.session(chromium, here.address, here.story, code=PSEUDO)


@pytest.mark.parametrize("place", [one for one in PLACES if one.signed_in], ids=str)
def test_no_text_of_a_place_escapes_translation(here, signed_in, visiting, place):
    visit = visiting(here.address, code=PSEUDO, state=signed_in)
    place.go(visit, here)
    visit.page.wait_for_load_state("networkidle")

    read = [text.strip().removesuffix(f" – {OURS}") for text in visit.page.evaluate(TEXTS, SAID)]
    assert len(read) > 5
    assert pseudo.escaped(set(read) - TYPED - FOR_THE_AUDIENCE) == []
