"""Sends one letter through the mail relay of the settings."""

from __future__ import annotations

import smtplib
import ssl
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage

from dashboard.config import Settings
from dashboard.errors import NotMailed

PATIENCE_SECONDS = 10


def send(settings: Settings, *, to: str, subject: str, text: str) -> None:
    """Encrypted where the relay offers it; raises NotMailed whatever went wrong."""
    if not settings.mail_server:
        raise NotMailed
    host, _, port = settings.mail_server.rpartition(":")
    try:
        letter = written(sender=settings.mail_sender, to=to, subject=subject, text=text)
        with smtplib.SMTP(host, int(port), timeout=PATIENCE_SECONDS) as relay:
            relay.ehlo()
            if relay.has_extn("starttls"):
                relay.starttls(context=ssl.create_default_context())
            relay.send_message(letter, settings.mail_sender, [to])
    except (OSError, MessageError, ValueError):  # smtplib's own errors are OSErrors
        raise NotMailed from None


def written(*, sender: str, to: str, subject: str, text: str) -> EmailMessage:
    letter = EmailMessage()
    letter["From"] = Address(addr_spec=sender)
    letter["To"] = Address(addr_spec=to)
    letter["Subject"] = subject
    letter.set_content(text)
    return letter
