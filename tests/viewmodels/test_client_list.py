"""The client list answers typed words, numbers and filters in the reader's language."""

import dataclasses

import pytest
from sqlalchemy import event

from dashboard.data.database import writing
from dashboard.domain.clients import Kind, Service
from dashboard.domain.identifiers import CompanyNumber
from dashboard.domain.list_question import ListQuestion
from dashboard.i18n import language
from dashboard.viewmodels.client_list import client_list, client_rows, recent_rows
from tests.cast import BETA_EDITOR, EDITOR, KNOWN, PENDING, READER, number_of

BAKERY, BUILDER, PERSON = "Boulangerie Noël SRL", "Straßenbau Weiß GmbH", "Dupuis, Anne"
GARAGE = "Garage Peeters BV"


def names(rows):
    return [row.title for row in rows.rows]


def asked(cast, email=EDITOR, **question):
    return client_rows(cast.workspace(email), ListQuestion(**question))


def printed(pieces):
    return "".join(text for text, _hit in pieces)


def hits(pieces):
    return [text for text, hit in pieces if hit]


def test_the_whole_list_is_sorted_by_name_and_counted(cast):
    rows = asked(cast)
    assert names(rows) == [BAKERY, PERSON, BUILDER]
    assert (rows.count, rows.more, rows.nothing) == ("3 clients", "", "")


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("noel", BAKERY),
        ("SRL boul", BAKERY),
        ("strassenbau weiss", BUILDER),
        ("anne DUPUIS", PERSON),
        ("0100.000.268", BAKERY),
    ],
)
def test_typed_words_find_in_any_order_blind_to_accents_and_case(cast, query, found):
    number = number_of(BAKERY).printed
    assert names(asked(cast, query=query.replace("0100.000.268", number))) == [found]


def test_a_number_is_found_however_it_is_written_and_its_digits_are_marked(cast):
    number = number_of(BAKERY)
    for typed in (number.digits, number.printed, f"BE {number.printed}", number.digits[1:]):
        assert names(asked(cast, query=typed)) == [BAKERY]
    (row,) = asked(cast, query=number.digits[:8]).rows
    assert printed(row.number) == number.printed
    assert hits(row.number) == [number.printed[:10]]


def test_hits_are_marked_in_pieces(cast):
    (row,) = asked(cast, query="noel").rows
    assert row.name == (("Boulangerie ", False), ("Noël", True), (" SRL", False))


def test_the_count_says_how_many_of_how_many(cast):
    assert asked(cast, query="dupuis").count == "1 of 3 clients"


def test_numbers_and_affiliations_are_written_in_the_readers_language(cast):
    with writing(cast.store.engine) as connection:
        connection.exec_driver_sql("UPDATE entries SET fte = 1234.5")
    workspace = dataclasses.replace(cast.workspace(EDITOR), language=language("fr"))
    rows = client_rows(workspace, ListQuestion(query="noel"))
    assert rows.rows[0].fte == language("fr").decimal(1234.5)
    assert rows.rows[0].affiliations == ("Secrétariat social", "Caisse d’assurances sociales")
    assert rows.count == "1 client sur 3"


def test_full_time_equivalents_need_the_mandate_of_the_secretariat(cast):
    with writing(cast.store.engine) as connection:
        connection.exec_driver_sql("UPDATE entries SET fte = 7")
    assert [row.fte for row in asked(cast).rows] == ["7.0", "", ""]


def test_a_persons_number_is_never_shown(cast):
    (row,) = asked(cast, query="dupuis").rows
    assert row.number == (("self-employed", False),)


def test_a_register_number_finds_exactly_its_client_and_is_not_repeated(cast):
    number = number_of(PERSON)
    for typed in (number.digits, number.printed, f" {number.digits} "):
        rows = asked(cast, query=typed)
        assert names(rows) == [PERSON]
        assert number.digits[:6] not in str(dataclasses.asdict(rows))
        assert not any(hit for row in rows.rows for _text, hit in row.name)


def test_part_of_a_register_number_finds_nothing(cast):
    assert asked(cast, query=number_of(PERSON).digits[:9]).matching == 0


def test_a_register_number_of_somebody_elses_client_looks_like_an_unknown_one(cast):
    known = asked(cast, query=number_of("Simon, Marc").digits)
    unknown = asked(cast, query=KNOWN["Simon, Marc"][1].strftime("%y%m%d") + "99600")
    assert known.matching == unknown.matching == 0
    assert known.nothing == unknown.nothing == "No client matches this number."


def test_a_register_number_does_not_point_at_a_pending_client(cast):
    with cast.store.changing(cast.actor(EDITOR)) as firm:
        firm.clients.add(cast.entries["Simon, Marc"])
    assert asked(cast, query=number_of("Simon, Marc").digits).matching == 0


def test_a_complete_number_that_is_not_in_the_list_may_be_added(cast):
    company = CompanyNumber.from_stem(1000999)
    assert asked(cast, query=company.digits).add == f"Add {company.printed}"
    assert asked(cast, query=number_of("Simon, Marc").printed).add == "Add this person"
    assert asked(cast, query=number_of(BAKERY).digits).add == ""
    assert asked(cast, query="nobody").add == ""
    assert asked(cast, email=READER, query=company.digits).add == ""


def test_nothing_found_says_what_was_asked(cast):
    assert asked(cast, query="dupx").nothing == "No client matches “dupx”."
    assert asked(cast, tag="none").nothing == "No client matches these filters."


def test_a_reader_sees_the_list_without_bins(cast):
    rows = asked(cast, email=READER)
    assert names(rows) == [BAKERY, PERSON, BUILDER]
    assert {row.remove for row in rows.rows} == {""}
    assert asked(cast).rows[0].remove == f"Remove {BAKERY} from my list"


def test_another_firm_sees_its_own_clients_alone(cast):
    assert names(asked(cast, email=BETA_EDITOR)) == [GARAGE]
    assert asked(cast, email=BETA_EDITOR, query="noel").matching == 0


def test_a_pending_client_shows_its_name_only(cast):
    (row,) = asked(cast, email=PENDING).rows
    assert row.title == GARAGE
    assert (row.number, row.municipality, row.fte) == ((), (), "")
    assert row.affiliations == ("Waiting for a mandate",)
    assert row.href.endswith("/applications")


@pytest.mark.parametrize("query", ["namur", number_of(GARAGE).digits])
def test_a_pending_client_is_not_found_by_what_it_hides(cast, query):
    assert asked(cast, email=PENDING, query=query).matching == 0


def test_the_name_leads_to_the_figures_of_clients_with_staff(cast):
    ends = [row.href.rsplit("/", 1)[1] for row in asked(cast).rows]
    assert ends == ["figures", "applications", "applications"]


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ({"kind": Kind.SELF_EMPLOYED}, [PERSON]),
        ({"service": Service.SECRETARIAT}, [BAKERY]),
        ({"pending": True}, []),
        ({"pending": False}, [BAKERY, PERSON, BUILDER]),
        ({"favourites": True}, [BUILDER]),
        ({"tag": "to review"}, [BAKERY]),
        ({"sort": "name", "descending": True}, [BUILDER, PERSON, BAKERY]),
        ({"sort": "reference"}, [BUILDER, BAKERY, PERSON]),
        ({"sort": "reference", "descending": True}, [BAKERY, BUILDER, PERSON]),
        ({"sort": "number"}, [BAKERY, BUILDER, PERSON]),
        ({"sort": "favourite"}, [BUILDER, BAKERY, PERSON]),
        ({"sort": "affiliations", "descending": True}, [BAKERY, PERSON, BUILDER]),
        ({"sort": "fte"}, [BAKERY, PERSON, BUILDER]),
        ({"sort": "municipality"}, [BAKERY, PERSON, BUILDER]),
    ],
)
def test_filters_and_orders(cast, question, found):
    with cast.store.changing(cast.actor(EDITOR)) as firm:
        bakery, builder = (firm.clients.of_entry(cast.entries[name]) for name in (BAKERY, BUILDER))
        firm.clients.describe(bakery.id, reference="B2", note="", tag_names=("to review",))
        firm.clients.describe(builder.id, reference="A1", note="", tag_names=())
        firm.clients.star(builder.id, on=True)
    assert names(asked(cast, **question)) == found


def test_the_own_reference_and_the_tags_are_found(cast):
    with cast.store.changing(cast.actor(EDITOR)) as firm:
        bakery = firm.clients.of_entry(cast.entries[BAKERY])
        firm.clients.describe(bakery.id, reference="4711", note="", tag_names=("à revoir",))
    (row,) = asked(cast, query="4711 revoir").rows
    assert hits(row.reference) == ["4711"]
    assert hits(row.tags[0]) == ["revoir"]


def test_a_hundred_lines_at_a_time_and_how_many_more(cast):
    first = asked(cast, limit=2)
    assert names(first) == [BAKERY, PERSON]
    assert (first.matching, first.more) == (3, "Show 1 more")
    assert names(asked(cast, limit=2, offset=2)) == [BUILDER]


def test_recent_clients_come_newest_first_and_are_ones_own(cast):
    times = iter(range(100))
    base = cast.store.clock()
    cast.store.clock = lambda: base.replace(second=next(times) % 60)
    for name in (BAKERY, PERSON):
        with cast.store.changing(cast.actor(EDITOR)) as firm:
            firm.clients.opened(firm.clients.of_entry(cast.entries[name]).id)
    assert [row.title for row in recent_rows(cast.workspace(EDITOR))] == [PERSON, BAKERY]
    assert recent_rows(cast.workspace(READER)) == ()


def test_around_the_rows_stand_filters_columns_and_tags(cast):
    view = client_list(cast.workspace(READER))
    assert [one.name for one in view.filters] == ["kind", "service", "tag", "mandate"]
    assert [choice.value for choice in view.filters[0].choices] == [
        "",
        "employer",
        "company",
        "self_employed",
    ]
    assert view.may_edit is False


def test_an_empty_list_counts_no_client(cast):
    with cast.store.changing(cast.actor(BETA_EDITOR)) as firm:
        firm.selections.remove([firm.clients.of_entry(cast.entries[GARAGE]).id])
    rows = asked(cast, email=BETA_EDITOR)
    assert (rows.total, rows.rows, rows.count) == (0, (), "0 clients")


def test_the_list_costs_the_same_number_of_queries_for_two_and_two_hundred_clients(cast):
    few = queries_of(cast, query="")
    with cast.store.changing(cast.actor(EDITOR)) as firm:
        for place in range(200):
            number = CompanyNumber.from_stem(2000001 + place)
            entry = firm.register.add(
                {"kind": Kind.EMPLOYER, "name": f"Client {place}", "enterprise_number": number.digits}
            )
            firm.clients.add(entry)
    assert queries_of(cast, query="") == few
    assert queries_of(cast, query="client") == few
    assert few <= 8


def queries_of(cast, *, query):
    workspace, seen = cast.workspace(EDITOR), []

    def count(_connection, _cursor, statement, *_others):
        seen.append(statement)

    event.listen(cast.store.engine, "before_cursor_execute", count)
    client_rows(workspace, ListQuestion(query=query))
    event.remove(cast.store.engine, "before_cursor_execute", count)
    return len(seen)
