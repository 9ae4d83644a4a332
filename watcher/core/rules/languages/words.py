"""What is known of a language: the words that tell machines' letters, and letters to many, from those of people who want something.

A *pattern* is a regular expression without flags, looked for in case-folded text (`fold_case`, `fold_words`). Each of its alternatives
begins at the beginning of a word. It has no bracket that is escaped or in a class, as `AlternativeIndex` reads it.
*Phrases* are divided by `; `. They begin with a word too, their end may be the middle of one, and ` * ` is a few words of the same
sentence. A field is "" where nothing is known.
"""

from __future__ import annotations

from typing import NamedTuple


class AbsenceWords(NamedTuple):
    """Patterns of out-of-office replies. A text needs two: that somebody is away, and what such a reply adds."""

    away: str = ""  # somebody is away
    added: str = ""  # what goes with `away`: when they are back, whom to turn to
    maybe_away: str = ""  # somebody may be away: persons write it too ("closed", "ill", "at the fair")
    answers: str = ""  # what goes with `maybe_away` too: who gives answers, when, and that mail is not read
    alone: str = ""  # needs no second: "nobody reads this mailbox", "until then I read no mail"
    everyday_away: str = (
        ""  # days off, a hospital, a course, somebody who left: worth a glance in an answer, and no proof
    )
    everyday_answers: str = ""  # what goes with that: nobody reads the mail, who sees to it, when work goes on
    subjects: str = ""  # the subjects under which such mail goes out on its own: it is closed, or has got your message
    trade: str = ""  # what a house that is closed says of its orders, bills and parcels in general: no customer's wish
    arranges: str = ""  # what customers say who are away: they accept, when it suits them, who has the key
    urgent: str = ""  # what stands in the question that asks nothing: "Urgent?", "In a hurry?"


class NoticeWords(NamedTuple):
    """Phrases of machines that write to customers, and of the customers who write about it.

    Of machines only what the sending side alone says: "your order has shipped", never "order" or "parcel".
    """

    automatic: str = ""  # says that a machine wrote it, or that nobody reads answers
    receipt: str = ""  # a help desk has it
    courtesy: str = ""  # thanks for writing, and a promise: two of them make a receipt
    trade: str = ""  # an order, a parcel, an invoice or a payment of yours
    access: str = ""  # a code, a password, a login
    appointment: str = ""  # a reminder of an appointment
    survey: str = ""  # how was it?
    held: str = ""  # a mail filter lists what it held back
    program: str = ""  # what goes on in a program: invitations, reviews, backups, renewals
    sign: str = ""  # a message is recalled, or somebody reacted to one
    asks: str = ""  # questions that machines put for form's sake
    formal: str = ""  # what machines say that sounds like wanting
    first: str = ""  # whole words: a person speaks of themselves
    wants: str = ""  # what people want, or complain about
    echo: str = ""  # what stands above the reader's own words in a receipt, before a colon: "your message", "you wrote"


class CircularWords(NamedTuple):
    """Patterns of letters that go to many."""

    readers: str = (
        ""  # in a greeting: whom a sender calls theirs, and no customer a house: members, readers, neighbours
    )
    everybody: str = ""  # in a greeting: whom anybody greets who writes to more than one
    opts_out: str = ""  # leaves it to the reader to hear no more
    tells: str = (
        ""  # what only many are told: a meeting of members, new hours or prices, a course, who is wanted to help
    )
    subjects: str = ""  # under which a house tells all its customers something: new prices, hours, an address, greetings, an open day


class VoiceWords(NamedTuple):
    """Whole words with spaces between them, case-folded, with plain apostrophes; in an `unspaced` language looked for anywhere."""

    common: str = ""  # the twenty commonest, which its neighbours have not all of; nothing for an `unspaced` language
    your: str = ""  # "your", to one or to many; where an ending says it, the words it is oftenest said of


class LetterWords(NamedTuple):
    """What stands in anybody's letter. These patterns may have brackets in classes: those of all languages are compiled as one."""

    greetings: str = ""  # with what a letter begins: "hello", "good morning"; the end of a short word is a `\b`
    closings: str = ""  # with what one ends, at the beginning of a line, in any case: "kind regards"
    titles: str = ""  # whole words with which one reader is greeted: "mrs", "herr"
    titles_of_many: str = ""  # beginnings of those for readers whom one does not know: "sirs", "damen"
    currencies: str = ""  # no pattern: whole words with spaces between them, as they stand behind figures
    orders: str = ""  # what stands before the number, in the subject of who orders: "purchase order"


class LanguageWords(NamedTuple):
    """One language."""

    unspaced: bool = False  # no spaces between words, or endings on all of them: a word may begin anywhere
    absence: AbsenceWords = AbsenceWords()
    notices: NoticeWords = NoticeWords()
    circulars: CircularWords = CircularWords()
    asks_leave: str = (
        ""  # pattern of a question: may I send, show, call, or how many do you need? Those who sell ask so
    )
    requests: str = (
        ""  # pattern: somebody wants something: a request, a need, an order, a complaint, an end, an application
    )
    needs: str = ""  # pattern: the first words of what somebody needs, looks for, misses or asks the price of
    visits: str = ""  # pattern: how many people come, or that somebody comes to its reader: what customers tell a house
    announces: str = (
        ""  # pattern: a portal says that somebody wrote to the reader: "a message from Etta", never "your message"
    )
    voice: VoiceWords = VoiceWords()
    letters: LetterWords = LetterWords()
    #: Whole words of a sender's name that no person's name has ("billing"); in an `unspaced` language looked for anywhere.
    sender_functions: str = ""
    telephone: str = ""  # pattern: the beginnings of a form's label for a telephone number
