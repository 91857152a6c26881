"""A person to call, as the text that address books read (vCard 4.0, RFC 6350)."""

from __future__ import annotations

import re

from dashboard.domain.file import Contact

LONGEST_LINE = 75
ESCAPES = str.maketrans(
    {"\\": "\\\\", ",": "\\,", ";": "\\;", "\n": "\\n", "\r": None, "\v": " ", "\f": " ", "\x85": " "}
)


def vcard(contact: Contact, *, organisation: str) -> str:
    given = (
        ("FN", escaped(contact.name)),
        ("ORG", escaped(organisation)),
        ("ROLE", escaped(contact.role)),
        ("TEL;VALUE=uri", telephone(contact.phone)),
        ("EMAIL", escaped(contact.email)),
        ("LANG", escaped(contact.language)),
    )
    lines = [f"{name}:{value}" for name, value in given if value]
    return "".join(f"{folded(line)}\r\n" for line in ("BEGIN:VCARD", "VERSION:4.0", *lines, "END:VCARD"))


def escaped(text: str) -> str:
    return text.translate(ESCAPES)


def telephone(number: str) -> str:
    """The address that dials: tel: and digits; nothing where there is nothing to dial."""
    digits = re.sub(r"\(0\)|[^\d+]", "", number)
    return f"tel:{digits}" if any(sign.isdecimal() for sign in digits) else ""


def folded(line: str) -> str:
    """Lines of at most 75 bytes; no letter is cut in two."""
    parts, part = [], ""
    for letter in line:
        if len((part + letter).encode()) > LONGEST_LINE:
            parts.append(part)
            part = " "
        part += letter
    return "\r\n".join([*parts, part])
