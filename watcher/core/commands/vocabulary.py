"""The words of a command, in the languages the letters are written in: verbs, what joins numbers, days and times.

A table and nothing else. All words are folded (`fold_case_and_accents`): no case, no accents. A phrase is matched as a whole.
"""

from __future__ import annotations

import unicodedata


def _word_set(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: Verb → how people say it.
VERB_PHRASES: dict[str, tuple[str, ...]] = {
    "done": (
        "done", "answered", "closed", "close", "erledigt", "fertig", "beantwortet", "fait", "regle", "traite", "hecho", "listo", "resuelto",
        "fatto", "risolto", "feito", "resolvido", "klaar", "gedaan", "afgehandeld",
    ),
    "snooze": (
        "snooze", "later", "remind", "remind me", "spater", "erinnern", "wiedervorlage", "verschieben", "plus tard", "rappel",
        "rappeler", "mas tarde", "recordar", "posponer", "piu tardi", "ricorda", "rimanda", "mais tarde", "lembrar", "adiar", "herinner",
        "uitstellen",
    ),
    "dismiss": (
        "not inquiry", "not an inquiry", "no inquiry", "dismiss", "ignore", "spam", "keine anfrage", "kein anfrage", "ignorieren",
        "pas une demande", "pas de demande", "ignorer", "no es consulta", "no es una consulta", "no consulta", "ignorar",
        "non e una richiesta", "non richiesta", "ignora", "nao e pedido", "nao e um pedido", "nao pedido", "geen aanvraag", "negeren",
    ),
    "assign": (
        "assign", "assign to", "give to", "zuweisen", "zuweisen an", "weitergeben an", "attribuer", "attribuer a", "asignar", "asignar a",
        "assegna", "assegna a", "atribuir", "atribuir a", "toewijzen", "toewijzen aan",
    ),
    "mine": (
        "mine", "i take it", "i'll take it", "meins", "meine", "fur mich", "ich ubernehme", "ubernehme ich", "a moi", "pour moi",
        "je m'en occupe", "mio", "mia", "me encargo", "me ne occupo", "meu", "minha", "eu trato", "van mij", "voor mij", "ik neem",
    ),
    "reopen": ("reopen", "undo", "open", "wieder offnen", "offnen", "rouvrir", "reabrir", "riapri", "heropenen", "heropen"),
    "away": ("away", "abwesend", "absent", "absente", "ausente", "assente", "afwezig"),
    "back": ("back", "i am back", "i'm back", "zuruck", "wieder da", "de retour", "de vuelta", "tornato", "tornata", "de volta", "terug"),
}  # fmt: skip

#: How people say, after its number, that what was set aside is an inquiry. No verbs: `inquiry` also joins a number and its verb.
PROMOTING_PHRASES = frozenset((
    "inquiry", "an inquiry", "is inquiry", "is an inquiry", "anfrage", "eine anfrage", "ist anfrage", "ist eine anfrage", "demande",
    "est une demande", "une demande", "consulta", "es consulta", "es una consulta", "richiesta", "e richiesta", "e una richiesta", "pedido",
    "e pedido", "e um pedido", "aanvraag", "is aanvraag", "is een aanvraag",
))  # fmt: skip

#: What may stand between two such numbers. `no` may not, which also joins: `7 no es consulta`.
CONJUNCTIONS = _word_set("and und et y e en")
#: What may stand between two numbers, or between a number and its verb.
JOINING_WORDS = _word_set("and und et y e en i number numbers nr no nos num item items inquiry anfrage please bitte")
#: What may follow a command and means nothing.
POLITE_WORDS = _word_set("please thanks thx bitte danke merci gracias grazie obrigado obrigada bedankt")
#: What may stand before a time: `until monday`, `bis montag`.
TIME_PREPOSITIONS = _word_set("until till til to for in on at bis am um auf zum fur jusqu'a jusqu'au jusque a au dans le pour hasta "
                              "el en para por fino al alle il per ate as tot op om over")  # fmt: skip
#: What may stand before a person's name.
PERSON_PREPOSITIONS = _word_set("to an a aan al")

TODAY = _word_set("today heute aujourd'hui hoy oggi hoje vandaag")
TOMORROW = _word_set("tomorrow tmrw morgen demain manana domani amanha")
NEXT_WEEK = frozenset((
    "next week", "nachste woche", "la semaine prochaine", "semaine prochaine", "proxima semana", "la proxima semana",
    "la semana que viene", "prossima settimana", "la prossima settimana", "semana que vem", "volgende week",
))  # fmt: skip
NEXT_MONTH = frozenset((
    "next month", "nachsten monat", "le mois prochain", "mois prochain", "proximo mes", "el proximo mes", "prossimo mese",
    "il prossimo mese", "mes que vem", "volgende maand",
))  # fmt: skip
WEEKDAY_PREFIXES = (
    "next",
    "on",
    "nachsten",
    "nachster",
    "kommenden",
    "am",
    "prochain",
    "proximo",
    "proxima",
    "prossimo",
    "volgende",
    "el",
    "le",
    "il",
)
MORNING_WORDS = _word_set("morning fruh vormittag matin ochtend mattina")

_WEEKDAY_NAMES = {
    "en": "monday tuesday wednesday thursday friday saturday sunday",
    "de": "montag dienstag mittwoch donnerstag freitag samstag sonntag",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "es": "lunes martes miercoles jueves viernes sabado domingo",
    "it": "lunedi martedi mercoledi giovedi venerdi sabato domenica",
    "pt": "segunda terca quarta quinta sexta sabado domingo",
    "nl": "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
}
TIME_UNITS = {
    unit: name
    for name, units in {
        "minutes": "m min mins minute minutes minuten minuti minutos",
        "hours": "h hour hours hr hrs std stunde stunden heure heures hora horas ora ore uur",
        "days": "d day days tag tage tagen jour jours dia dias giorno giorni dag dagen",
        "weeks": "w week weeks woche wochen semaine semaines semana semanas settimana settimane weken",
    }.items()
    for unit in units.split()
}


def fold_case_and_accents(text: str) -> str:
    """Case, accents (NFKD, https://unicode.org/reports/tr15) and curly apostrophes away, white space folded."""
    plain = unicodedata.normalize("NFKD", text.replace("\u2019", "'").replace("ß", "ss").casefold())
    return " ".join("".join(char for char in plain if not unicodedata.combining(char)).split())


def _weekday_abbreviations() -> dict[str, int]:
    """Beginning of a day's name, of three letters or more (in German, two) → 0 for Monday. What could be two days is none."""
    found: dict[str, set[int]] = {}
    for language, names in _WEEKDAY_NAMES.items():
        for n, name in enumerate(names.split()):
            shortest = 2 if language == "de" else 3
            for length in range(shortest, len(name) + 1):
                found.setdefault(name[:length], set()).add(n)
    found.update(
        {"segunda-feira": {0}, "terca-feira": {1}, "quarta-feira": {2}, "quinta-feira": {3}, "sexta-feira": {4}}
    )
    return {name: next(iter(days)) for name, days in found.items() if len(days) == 1}


WEEKDAYS = _weekday_abbreviations()
