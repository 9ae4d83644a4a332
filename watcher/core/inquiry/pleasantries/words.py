"""What is known of a language to tell mere thanks: a closed list of words, by what they do in a sentence.

An *item* is a word, or words joined by `_` that count only together; `( | )` gives a choice, in which nothing may stand, too. Items are
divided by white space, and compared without accents and case.

What could order, ask, accept, refuse or put off is in no list: no negation, no "but", no "yes", no "when", no "in advance", no day of
the week, no figure. A list holds what is harmless beside the others of its kind of sentence; `lexicon` says how they are put together.
"""

from __future__ import annotations

from typing import NamedTuple


class Pleasantries(NamedTuple):
    """One language."""

    #: A sentence of thanks: one of the first, and any of the second.
    thanks: str
    thanked: str = (
        ""  # for what: help, answers; quick, kind; "for the", "your". No "a": who thanks for a reply wants one
    )
    #: A sentence of praise or joy: one of the first, and any of the second.
    praise: str = ""  # "great", "helped", "delighted", "it works again"
    praised: str = ""  # "that is", "you were"; who else is glad
    #: A wish: one of the first and of the second, and any of the third.
    wished: str = ""  # days, feasts, health
    good: str = ""  # "nice", "happy"
    wishing: str = ""  # "I wish you a", "have a"
    common: str = ""  # may stand in each of these sentences: "and", "I", "you", "very"
    formulas: str = ""  # say it all: farewells, "noted", "you are welcome", "do not hesitate to write"
    greetings: str = ""  # names may follow
    #: The end of a letter, which names and a signature may follow: one of the first, and any of the second.
    closings: str = ""  # "regards"
    closed: str = ""  # "with kind", "to your team", "from"
    titles: str = ""  # a name follows
    titles_after: str = ""  # a name stands before
    functions: str = ""  # words of a signature: what somebody is in a firm
    footers: str = ""  # how lines begin that a firm adds to all its mail
    unspaced: bool = False  # words follow each other without blanks


#: What is said in every language.
EVERYWHERE = Pleasantries(
    thanks="",
    thanked="info infos mail e-mail email service feedback support tip tips",
    praise="super top perfect wow bravo",
    formulas="ok okay oké okej",
)
