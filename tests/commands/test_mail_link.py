"""A one-time link is mailed through a real relay of this machine, or shown where none takes it."""

from __future__ import annotations

import contextlib
import dataclasses
import email
import email.policy
import socket
import socketserver
import threading

import pytest

from dashboard.callbacks import team
from dashboard.commands.mail_link import mail_link
from dashboard.config import Settings
from dashboard.domain.invitations import Delivery
from dashboard.errors import Misconfigured, NotAllowed
from dashboard.i18n import language
from tests.cast import EDITOR, MANAGER

ENGLISH = language("en")
ADDRESS = "http://127.0.0.1:8050/invitation/abc"
ANSWERS = {"DATA": "354 go on", "QUIT": "221 bye", "MAIL": "250 ok"}
ENCRYPTING = {"EHLO": "250-relay\r\n250 STARTTLS", "STAR": "454 not now", "QUIT": "221 bye"}
DEAF = {"DATA": "554 no", "QUIT": "221 bye", "MAIL": "550 no"}


class Relay(socketserver.StreamRequestHandler):
    """As much of SMTP as one letter needs."""

    def handle(self):
        self.say("220 relay")
        while line := self.rfile.readline().decode().strip():
            word = line[:4].upper()
            self.say(self.server.answers.get(word, "250 ok"))
            self.server.words.append(word)
            if word == "RCPT":
                self.server.receivers.append(line)
            if word == "DATA" and self.server.answers is ANSWERS:
                self.take_letter()
            if word == "QUIT":
                return

    def take_letter(self):
        lines = iter(self.rfile.readline, b".\r\n")
        self.server.letters.append(email.message_from_bytes(b"".join(lines), policy=email.policy.default))
        self.say("250 taken")

    def say(self, line):
        self.wfile.write(f"{line}\r\n".encode())


@contextlib.contextmanager
def a_relay(answers):
    with socketserver.TCPServer(("127.0.0.1", 0), Relay) as server:
        server.answers, server.letters, server.receivers, server.words = answers, [], [], []
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        yield server
        server.shutdown()
        thread.join(5)


def mailing(workspace, port):
    settings = dataclasses.replace(
        workspace.settings, mail_server=f"127.0.0.1:{port}", mail_sender="portal@institution.example"
    )
    return dataclasses.replace(workspace, settings=settings)


def test_a_link_is_mailed_to_the_invited_person(cast):
    with a_relay(ANSWERS) as relay:
        workspace = mailing(cast.workspace(MANAGER), relay.server_address[1])
        delivery = mail_link(workspace, email="zoe@alpha.example", address=ADDRESS, reader=ENGLISH)
    (letter,) = relay.letters
    assert delivery is Delivery.MAILED
    assert (letter["To"], letter["From"]) == ("zoe@alpha.example", "portal@institution.example")
    assert letter["Subject"] == "Your invitation to Portefeuille"
    assert "Manager invites you to work on the clients of Alpha." in letter.get_content()
    assert ADDRESS in letter.get_content()


def test_an_invitation_is_written_in_the_language_that_was_chosen(app, cast):
    form = {"clicks": 1, "entered": None, "name": "Zoé", "email": "zoe@alpha.example", "role": "reader"}
    with a_relay(ANSWERS) as relay, app.server.test_request_context("/", base_url="http://localhost"):
        workspace = mailing(cast.workspace(MANAGER), relay.server_address[1])
        answer = team.show_invitation(workspace, **form, chosen="fr")
        with cast.store.reading(cast.actor(MANAGER)) as firm:
            zoe = next(one for one in firm.team.all() if one.name == "Zoé")
        team.show_new_link(workspace, clicks=1, button={"colleague": zoe.id})
    assert "The link was mailed" in str(answer["invited"])
    assert zoe.language == "fr"
    assert [letter["Subject"] for letter in relay.letters] == ["Votre invitation à Portefeuille"] * 2
    assert all("Manager vous invite" in letter.get_content() for letter in relay.letters)


def test_a_mailed_link_is_not_shown_and_a_failed_one_is(app, cast):
    form = {
        "clicks": 1,
        "entered": None,
        "name": "Zoé",
        "email": " Zoe@alpha.example",
        "role": "reader",
        "chosen": "en",
    }
    with a_relay(ANSWERS) as relay, app.server.test_request_context("/", base_url="http://localhost"):
        answer = team.show_invitation(mailing(cast.workspace(MANAGER), relay.server_address[1]), **form)
    assert "The link was mailed to zoe@alpha.example." in str(answer["invited"])
    assert "/invitation/" not in str(answer["invited"])
    assert "/invitation/" in relay.letters[0].get_content()
    press = {"clicks": 1, "button": {"colleague": cast.actor(EDITOR).user_id}}
    with a_relay(DEAF) as relay, app.server.test_request_context("/", base_url="http://localhost"):
        box = team.show_new_link(mailing(cast.workspace(MANAGER), relay.server_address[1]), **press)
    assert "The link could not be mailed." in str(box)
    assert "/invitation/" in str(box)


def test_a_relay_that_offers_encryption_gets_no_letter_without_it(cast):
    with a_relay(ENCRYPTING) as relay:
        workspace = mailing(cast.workspace(MANAGER), relay.server_address[1])
        assert (
            mail_link(workspace, email="zoe@alpha.example", address=ADDRESS, reader=ENGLISH)
            is Delivery.NOT_MAILED
        )
    assert "STAR" in relay.words
    assert relay.letters == []


def test_without_a_relay_nothing_is_mailed(cast):
    shown = mail_link(cast.workspace(MANAGER), email="zoe@alpha.example", address=ADDRESS, reader=ENGLISH)
    assert shown is Delivery.SHOWN


def test_a_relay_that_is_not_there_is_told(cast):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    workspace = mailing(cast.workspace(MANAGER), port)
    assert (
        mail_link(workspace, email="zoe@alpha.example", address=ADDRESS, reader=ENGLISH)
        is Delivery.NOT_MAILED
    )


@pytest.mark.parametrize(
    "to", ["a,b@alpha.example", "<a>@alpha.example", "zoé@alpha.example", "a@b@c.example"]
)
def test_an_address_that_mail_cannot_carry_reaches_nobody(cast, to):
    with a_relay(ANSWERS) as relay:
        workspace = mailing(cast.workspace(MANAGER), relay.server_address[1])
        assert mail_link(workspace, email=to, address=ADDRESS, reader=ENGLISH) is Delivery.NOT_MAILED
    assert relay.letters == []
    assert relay.receivers == []


def test_only_a_manager_mails(cast):
    with pytest.raises(NotAllowed):
        mail_link(cast.workspace(EDITOR), email="zoe@alpha.example", address=ADDRESS, reader=ENGLISH)


def test_the_settings_name_a_relay_and_a_sender():
    given = {"PORTEFEUILLE_PROFILE": "demo", "PORTEFEUILLE_MAIL_SERVER": "mail.example:25"}
    settings = Settings.read(given | {"PORTEFEUILLE_MAIL_SENDER": "portal@institution.example"})
    assert settings.mail_server == "mail.example:25"
    for wrong in (
        given,
        given | {"PORTEFEUILLE_MAIL_SENDER": "portal"},
        {"PORTEFEUILLE_PROFILE": "demo", "PORTEFEUILLE_MAIL_SERVER": "mail.example"},
    ):
        with pytest.raises(Misconfigured):
            Settings.read(wrong)
