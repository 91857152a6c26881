"""What can go wrong, as facts: a title and a sentence for the reader, and values for its braces."""

from __future__ import annotations

import datetime


class DashboardError(Exception):
    """The family: `title` and `sentence` are keys of the catalogue, `values` fill the sentence's braces."""

    title = "Not possible"
    sentence = "Something went wrong. Nothing was changed."
    status = 400

    def __init__(self, sentence: str | None = None, **values: object) -> None:
        self.sentence = sentence or type(self).sentence
        self.values = values
        super().__init__(self.sentence.format_map(values) if values else self.sentence)


class NotFound(DashboardError):
    """Not there, or not yours: the two look alike."""

    title = "Not found"
    sentence = "This page does not exist, or it is not in your list."
    status = 404


class NotAllowed(DashboardError):
    """Your role does not cover this."""

    title = "Not allowed"
    sentence = "Your role does not allow this. Ask a manager of your firm."
    status = 403


class SignedOut(DashboardError):
    """There is no session, or it has ended."""

    sentence = "You are signed out. Sign in again."
    status = 401


class NoMandate(DashboardError):
    """The firm has no mandate of this client for this service."""

    title = "Not allowed"
    sentence = "You have no mandate for this service. Ask for access."
    status = 403


class LaunchRefused(DashboardError):
    """An application was not opened by us, or not just now."""

    sentence = "This opening was not signed by the portal. Open the application from the client's file."
    status = 403


class WrongPassword(DashboardError):
    """The password in use is not the one that was typed."""

    sentence = "This is not your current password. Try again."


class UnfitPassword(DashboardError):
    """The new password is too short or too long."""

    sentence = "Choose a password of 12 to 256 characters."


class UnfitName(DashboardError):
    """A colleague needs a name of one line."""

    sentence = "Enter a name of at most 200 characters."


class UnfitAddress(DashboardError):
    """An e-mail address that cannot be invited: not an address, or in use; the two look alike elsewhere."""

    sentence = "Enter an e-mail address."


class NotMailed(DashboardError):
    """The mail relay did not take a letter."""

    sentence = "The mail could not be sent."


class NoFigures(DashboardError):
    """A client of whom no figures can be shown; the sentence says why."""

    sentence = "No peer figures have been released yet."
    status = 409


class SnapshotDamaged(DashboardError):
    """A snapshot is not what was frozen."""

    sentence = "This snapshot is damaged. Take a new one."
    status = 409


class ExportStopped(DashboardError):
    """An export was begun several times and never ended."""

    sentence = "This export did not end. Order it again."


class NotPrinted(DashboardError):
    """No PDF came out of the printer."""

    sentence = "The PDF could not be printed. Try again."
    status = 503


class BadRequest(DashboardError):
    """The browser sent something that no screen of ours sends."""

    sentence = "This request could not be read. Nothing was changed."


class TooMany(DashboardError):
    """A limit was reached; `until` says when it ends."""

    sentence = "Too many attempts. Try again after {until}."
    status = 429

    def __init__(self, *, until: datetime.datetime) -> None:
        super().__init__(until=until)
        self.until = until


class Misconfigured(DashboardError):
    """A setting is missing or unsafe; the program does not start."""

    sentence = "The settings are not complete."


class ReleaseRefused(DashboardError):
    """A release cannot be built, found or shown as an operator asks."""

    sentence = "This release is refused. Nothing was changed."


class InvalidIdentifier(DashboardError):
    """A number that cannot be what it claims to be."""

    sentence = "The check digits do not match. Check the number and try again."


class Incomplete(DashboardError):
    """A field of a form needs another value; `field` names it."""

    sentence = "Complete this field."


class AlreadyClient(DashboardError):
    """The client is in this firm's list."""

    sentence = "{name} is already in your list"


class ImportProblem(DashboardError):
    """A file cannot be imported; says where and why."""

    sentence = "{place}: {found}. Expected: {expected}."
