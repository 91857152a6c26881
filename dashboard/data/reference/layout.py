"""Facts the packages lack: first division of each section, chief town of each arrondissement, spelling."""

from __future__ import annotations

from typing import NamedTuple


class Arrondissement(NamedTuple):
    """Chief town, and the name where it is not the town's own."""

    town: str
    de: str
    fr: str = ""
    nl: str = ""


ARRONDISSEMENTS = {
    "11000": Arrondissement("11002", "Antwerpen"),
    "12000": Arrondissement("12025", "Mechelen"),
    "13000": Arrondissement("13040", "Turnhout"),
    "21000": Arrondissement("21004", "Brüssel-Hauptstadt", "Bruxelles-Capitale", "Brussel-Hoofdstad"),
    "23000": Arrondissement("23027", "Halle-Vilvoorde", "Hal-Vilvorde", "Halle-Vilvoorde"),
    "24000": Arrondissement("24062", "Löwen"),
    "25000": Arrondissement("25072", "Nivelles"),
    "31000": Arrondissement("31005", "Brügge"),
    "32000": Arrondissement("32003", "Diksmuide"),
    "33000": Arrondissement("33011", "Ypern"),
    "34000": Arrondissement("34022", "Kortrijk"),
    "35000": Arrondissement("35013", "Ostende"),
    "36000": Arrondissement("36015", "Roeselare"),
    "37000": Arrondissement("37022", "Tielt"),
    "38000": Arrondissement("38025", "Veurne"),
    "41000": Arrondissement("41002", "Aalst"),
    "42000": Arrondissement("42006", "Dendermonde"),
    "43000": Arrondissement("43005", "Eeklo"),
    "44000": Arrondissement("44021", "Gent"),
    "45000": Arrondissement("45035", "Oudenaarde"),
    "46000": Arrondissement("46021", "Sint-Niklaas", "Saint-Nicolas", "Sint-Niklaas"),
    "51000": Arrondissement("51004", "Ath"),
    "52000": Arrondissement("52011", "Charleroi"),
    "53000": Arrondissement("53053", "Mons"),
    "55000": Arrondissement("55040", "Soignies"),
    "56000": Arrondissement("56078", "Thuin"),
    "57000": Arrondissement("57081", "Tournai-Mouscron", "Tournai-Mouscron", "Doornik-Moeskroen"),
    "58000": Arrondissement("58001", "La Louvière"),
    "61000": Arrondissement("61031", "Huy"),
    "62000": Arrondissement("62063", "Lüttich"),
    "63000": Arrondissement("63079", "Verviers"),
    "64000": Arrondissement("64074", "Waremme"),
    "71000": Arrondissement("71072", "Hasselt"),
    "72000": Arrondissement("72021", "Maaseik"),
    "73000": Arrondissement("73111", "Tongeren", "Tongres", "Tongeren"),
    "81000": Arrondissement("81001", "Arlon"),
    "82000": Arrondissement("82039", "Bastogne"),
    "83000": Arrondissement("83034", "Marche-en-Famenne"),
    "84000": Arrondissement("84043", "Neufchâteau"),
    "85000": Arrondissement("85045", "Virton"),
    "91000": Arrondissement("91034", "Dinant"),
    "92000": Arrondissement("92094", "Namur"),
    "93000": Arrondissement("93056", "Philippeville"),
}

SECTIONS = {
    "2008": dict(
        zip(
            "ABCDEFGHIJKLMNOPQRSTU",
            [
                "01",
                "05",
                "10",
                "35",
                "36",
                "41",
                "45",
                "49",
                "55",
                "58",
                "64",
                "68",
                "69",
                "77",
                "84",
                "85",
                "86",
                "90",
                "94",
                "97",
                "99",
            ],
            strict=True,
        )
    ),
    "2025": dict(
        zip(
            "ABCDEFGHIJKLMNOPQRSTUV",
            [
                "01",
                "05",
                "10",
                "35",
                "36",
                "41",
                "46",
                "49",
                "55",
                "58",
                "61",
                "64",
                "68",
                "69",
                "77",
                "84",
                "85",
                "86",
                "90",
                "94",
                "97",
                "99",
            ],
            strict=True,
        )
    ),
}

CORRECTIONS = {
    "AFVAL-WATERBEHEER": "AFVALWATERBEHEER",
    "GEDIFFE-RENTIEERDE": "GEDIFFERENTIEERDE",
    "MAATSCHAP-PELIJKE": "MAATSCHAPPELIJKE",
    "DE DETAIL": "DE DÉTAIL",
    "DEFENSE;": "DÉFENSE;",
    "SECURIE SOCIALE": "SÉCURITÉ SOCIALE",
    "VEHICULES": "VÉHICULES",
}

GERMAN_SMALL_WORDS = frozenset(
    [
        "ausgeprägten",
        "den",
        "der",
        "durch",
        "freiberuflichen",
        "für",
        "mit",
        "ohne",
        "private",
        "sonstigen",
        "sonstiger",
        "sowie",
        "technischen",
        "und",
        "von",
        "wirtschaftlichen",
        "wissenschaftlichen",
    ]
)
