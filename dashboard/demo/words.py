"""The words that invented names are made of, in the three languages of the country."""

from __future__ import annotations

SECTIONS = "ABCDEFGHIJKLMNOPQRSTUV"

# Surnames are composed, so that nobody in particular is meant.
SURNAMES = {
    "fr": (
        ("Bel", "Cor", "Del", "Fau", "Gri", "Hau", "Lam", "Mar", "Nor", "Pré", "Ren", "Sau", "Tri", "Val"),
        ("bray", "court", "fosse", "lier", "mesnil", "moulin", "nay", "querelle", "ronde", "sart", "tiaux"),
    ),
    "nl": (
        ("Aer", "Boeck", "Claer", "Dries", "Gheer", "Hae", "Kerk", "Laer", "Moer", "Neer", "Ver", "Zand"),
        ("baets", "beke", "donck", "hage", "hoven", "kens", "maes", "straeten", "velde", "winckel", "zeele"),
    ),
    "de": (
        ("Alten", "Birken", "Dorn", "Eich", "Hasel", "Lind", "Ober", "Stein", "Tannen", "Wies"),
        ("bach", "berger", "brück", "feld", "hauer", "heim", "müller", "rath", "scheid", "thal"),
    ),
}

WOMEN = {
    "fr": ("Aurélie", "Béatrice", "Chloé", "Élise", "Inès", "Léa", "Maëlle", "Noémie", "Sophie", "Zoé"),
    "nl": ("Anke", "Britt", "Els", "Femke", "Hilde", "Katrien", "Lore", "Marijke", "Saskia", "Veerle"),
    "de": ("Anke", "Birgit", "Erika", "Greta", "Heike", "Jutta", "Käthe", "Lotte", "Monika", "Ursula"),
}
MEN = {
    "fr": ("Antoine", "Benoît", "Cédric", "Étienne", "Jérôme", "Loïc", "Mathieu", "Noël", "Rémi", "Théo"),
    "nl": ("Bram", "Dirk", "Geert", "Jonas", "Koen", "Maarten", "Pieter", "Stijn", "Tom", "Wouter"),
    "de": ("Bernd", "Dieter", "Jürgen", "Klaus", "Lukas", "Matthias", "Norbert", "Rainer", "Stefan", "Uwe"),
}

FORMS = {"fr": ("SRL", "SRL", "SRL", "SA", "SC"), "nl": ("BV", "BV", "BV", "NV", "CV"), "de": ("GmbH", "AG")}

# One line per section of NACE-BEL 2025: what such a business calls itself.
TRADES = {
    "fr": {
        "A": ("Pépinières", "Vergers", "Horticulture"),
        "B": ("Carrières", "Sablières"),
        "C": ("Ateliers", "Boulangerie", "Menuiserie", "Mécanique", "Brasserie artisanale"),
        "D": ("Énergie",),
        "E": ("Recyclage", "Assainissement"),
        "F": ("Toitures", "Chauffage", "Électricité", "Maçonnerie", "Peinture"),
        "G": ("Boucherie", "Garage", "Comptoir", "Quincaillerie", "Pharmacie", "Librairie"),
        "H": ("Transports", "Logistique", "Déménagements"),
        "I": ("Brasserie", "Hôtel", "Traiteur", "Friterie", "Auberge"),
        "J": ("Éditions", "Studio"),
        "K": ("Informatique", "Réseaux", "Logiciels"),
        "L": ("Courtage", "Assurances"),
        "M": ("Immobilière", "Régie"),
        "N": ("Bureau d’études", "Architectes", "Conseils", "Laboratoire"),
        "O": ("Nettoyage", "Titres-services", "Intérim", "Jardins"),
        "P": ("Intercommunale", "Syndicat d’initiative"),
        "Q": ("École de langues", "Auto-école"),
        "R": ("Résidence", "Cabinet médical", "Crèche", "Soins à domicile"),
        "S": ("Salle de sport", "Théâtre"),
        "T": ("Salon de coiffure", "Institut", "Blanchisserie"),
        "U": ("Domaine",),
        "V": ("Délégation",),
    },
    "nl": {
        "A": ("Boomkwekerij", "Fruitbedrijf", "Tuinbouw"),
        "B": ("Zandgroeve", "Groeve"),
        "C": ("Werkplaatsen", "Bakkerij", "Schrijnwerkerij", "Metaalbouw", "Brouwerij"),
        "D": ("Energie",),
        "E": ("Recyclage", "Milieudienst"),
        "F": ("Dakwerken", "Bouwbedrijf", "Elektro", "Schilderwerken", "Verwarming"),
        "G": ("Slagerij", "Garage", "Handelshuis", "IJzerwaren", "Apotheek", "Boekhandel"),
        "H": ("Transport", "Logistiek", "Verhuizingen"),
        "I": ("Brasserie", "Hotel", "Traiteur", "Frituur", "Herberg"),
        "J": ("Uitgeverij", "Studio"),
        "K": ("Informatica", "Netwerken", "Software"),
        "L": ("Makelaars", "Verzekeringen"),
        "M": ("Vastgoed", "Syndicus"),
        "N": ("Studiebureau", "Architecten", "Adviesbureau", "Labo"),
        "O": ("Schoonmaak", "Dienstencheques", "Interim", "Tuinaanleg"),
        "P": ("Intercommunale", "Dienst voor toerisme"),
        "Q": ("Talenschool", "Rijschool"),
        "R": ("Woonzorgcentrum", "Dokterspraktijk", "Kinderopvang", "Thuiszorg"),
        "S": ("Sportzaal", "Theater"),
        "T": ("Kapsalon", "Instituut", "Wasserij"),
        "U": ("Landgoed",),
        "V": ("Delegatie",),
    },
    "de": {
        "A": ("Baumschule", "Gärtnerei"),
        "B": ("Steinbruch",),
        "C": ("Bäckerei", "Tischlerei", "Metallbau", "Brauerei"),
        "D": ("Energie",),
        "E": ("Entsorgung",),
        "F": ("Dachdeckerei", "Bauunternehmen", "Elektro", "Straßenbau"),
        "G": ("Metzgerei", "Autohaus", "Handelshaus", "Apotheke"),
        "H": ("Spedition", "Transporte"),
        "I": ("Gasthof", "Hotel", "Imbiss"),
        "J": ("Verlag", "Studio"),
        "K": ("Informatik", "Netzwerke"),
        "L": ("Versicherungen",),
        "M": ("Immobilien",),
        "N": ("Ingenieurbüro", "Architekten"),
        "O": ("Gebäudereinigung", "Gartenbau"),
        "P": ("Verkehrsverein",),
        "Q": ("Sprachschule", "Fahrschule"),
        "R": ("Seniorenheim", "Arztpraxis", "Kinderkrippe"),
        "S": ("Sporthalle", "Theater"),
        "T": ("Friseursalon", "Wäscherei"),
        "U": ("Gutshof",),
        "V": ("Vertretung",),
    },
}

# What stands above the door of a business that people walk into, with a first name.
TRADING = frozenset("CGIST")
TRADE_NAMES = {
    "fr": ("Chez {}", "Maison {}", "Atelier {}"),
    "nl": ("Bij {}", "Huis {}", "Atelier {}"),
    "de": ("Bei {}", "Haus {}", "Atelier {}"),
}

HOLDINGS = {
    "fr": ("Gestion", "Patrimoine", "Participations", "Consultance"),
    "nl": ("Beheer", "Vastgoed", "Participaties", "Consultancy"),
    "de": ("Verwaltung", "Beteiligungen", "Beratung"),
}

FIRMS = (
    "Cabinet Lumière",
    "Kantoor Brabo",
    "Fiduciaire des Trois Ponts",
    "Boekhouding De Linde",
    "Steuerbüro Hohes Venn",
    "Bureau Sambre et Compte",
    "Accountants Leieland",
    "Comptables du Perron",
    "Fiscaal Huis Kempen",
    "Cabinet Ardenne Chiffres",
    "Kantoor Zeebries",
    "Fiduciaire Hainaut Conseil",
)
TAGS = ("construction", "horeca", "nouveau", "prioritaire", "titres-services", "TVA trimestrielle")
NOTES = (
    "Préfère être appelé le matin.",
    "Clôture au 30 juin.",
    "Attend une simulation pour un deuxième temps partiel.",
    "Dossier repris d’un confrère.",
)
