"""Where a writer's own words end and the signature begins: at a closing, at names and labels after a blank line, or where they sign.

A signature states nothing: its figures are telephones, its links the house's own pages.
"""

from __future__ import annotations

from functools import lru_cache

import regex

_MAX_CLOSING_WORDS = 7
_MAX_LABEL_WORDS = 8
#: Letters of a part of a name that may stand alone as a signature.
_MIN_SIGNED_NAME = 3
#: Characters beside a name on the line where somebody signs: indentation, dashes, the end of the line.
_MAX_AROUND_NAME = 40
#: Words with which a letter closes, in the languages customers are answered in; folded case, with accents or without.
_CLOSINGS = (
    r"(?:with |many )?(?:best|kind|kindest|warm|warmest) (?:regards|wishes)|regards|all the best|best|yours(?: \w+)?|sincerely|"
    r"cheers|br|kr|"
    r"rgds|(?:mit )?(?:ganz )?(?:freundliche|beste|herzliche|liebe|viele|sch[öo]ne|sonnige)[nmr]? (?:gr(?:[üu]|ue)(?:ss|ß)\w*)|"
    r"gr(?:[üu]|ue)(?:ss|ß)e?|mfg|lg|vg|"
    r"hochachtungsvoll|(?:bien |tr[èe]s )?cordialement|cdt|cdlt|bien [àa] vous|bonne (?:journ[ée]e|soir[ée]e)|(?:sinc[èe]res|"
    r"meilleures) salutations|"
    r"salutations|(?:un )?(?:cordial(?:es)?|atentos?)? ?saludos?(?: cordial(?:es)?)?|atentamente|un abrazo|atte|cordiali saluti|"
    r"distinti saluti|(?:cari )?saluti|"
    r"(?:com os )?(?:melhores )?cumprimentos|atenciosamente|abra[çc]os?|att|(?:met )?(?:vriendelijke|hartelijke) groet(?:en)?|"
    r"groet(?:en|jes)?|mvg|"
    r"(?:serdecznie )?pozdrawiam|z powa[żz]aniem|pozdrowienia|s pozdrav\w+|s [úu]ctou|(?:lijep|lep)\w* pozdrav\w*|"
    r"srda[čc]\w+ pozdrav\w*|s po[šs]tovanjem|"
    r"(?:med )?(?:v[äa]nlig\w*|b[äa]sta|venlig\w*|vennlig\w*|bedste|beste|mange|kærlig\w*) h[äi]ls\w+|h[äi]ls\w+|mvh|vh|"
    r"hyvin terveisin|(?:yst[äa]v[äa]llisin )?terveisin|terv|"
    r"[üu]dv[öo]zlettel|[üu]dv|tisztelettel|k[öo]sz[öo]nettel|cu (?:stim[ăa]|respect)|(?:cele mai bune )?salut[ăa]ri|"
    r"sayg[ıi]lar\w*(?: \w+)?|iyi (?:g[üu]nler|[çc]al[ıi][şs]malar)\w*|"
    r"με εκτίμηση|φιλικά|φιλικούς χαιρετισμούς|χαιρετισμούς|с уважением|з повагою|с уважение|поздрави|с поштовањем|поздрав|"
    r"lugupidamisega|parimate soovidega|ar cieņu|pagarbiai|"
    r"salam|hormat (?:kami|saya)|trân trọng|敬具|此致|祝好|谨上|مع (?:أطيب )?التحي\w+|تحياتي|בברכה|בכבוד רב|सादर|धन्यवाद|ขอแสดงความนับถือ"
)
#: An address, a link, a domain or a telephone number.
CONTACT = regex.compile(
    r"(?i)[\w.+-]{1,64}@[\w.-]{1,190}|(?:https?://|www\.)\S{1,200}|(?:[a-z0-9-]{1,60}\.){1,3}(?:com|org|net|eu|de|example|[a-z]{2})(?!\w)"
    r"|\+?\(?\d[\d\s()/.-]{5,24}\d"
)
_SENTENCE_MARK = regex.compile(r"[.!?;:。！？](?:\s|\Z)")
_ABBREVIATION = regex.compile(r"(?<!\p{L})(?:\p{L}{1,4}\.)+")
_WORD = regex.compile(r"[\p{L}\p{M}'’&-]+")
#: Small words that stand between the words of a name, a firm or a function.
PARTICLES = frozenset({
    "of", "and", "the", "at", "in", "for", "de", "la", "le", "les", "du", "del", "da", "do", "dos", "di", "von", "van", "der", "den",
    "zu", "und", "für", "y", "e", "et", "i", "a", "en", "og", "&", "mbh", "des", "och", "ja",
})  # fmt: skip
_CONTACT_LABELS = frozenset({"tel", "tél", "mob", "fax", "mail", "e-mail", "email", "web"})
_SMALL_WORDS = PARTICLES | _CONTACT_LABELS


def text_above_signature(text: str) -> str:
    """The text without its signature, and without what stands below that. All of it where none is found."""
    lines = text.split("\n")
    for n, line in enumerate(lines):
        if n and line.strip() and (_is_closing(line) or (not lines[n - 1].strip() and _is_label(line))):
            above = "\n".join(lines[:n])
            if _has_sentence(above):
                return above.rstrip()
    return text.rstrip()


def _is_closing(line: str) -> bool:
    return len(line.split()) <= _MAX_CLOSING_WORDS and _closing_pattern().match(line) is not None


@lru_cache(maxsize=1)
def _closing_pattern() -> regex.Pattern[str]:
    """Compiled when a letter is first read: a start need not wait for it."""
    return regex.compile(rf"(?i)\s*(?:{_CLOSINGS})(?![\p{{L}}\p{{M}}])")


def _is_label(line: str) -> bool:
    """A name, a firm, a function or an address: words with capitals, and no sentence."""
    rest, contacts = CONTACT.subn(" ", line)
    words = _WORD.findall(rest)
    if not 0 < len(words) <= _MAX_LABEL_WORDS or _SENTENCE_MARK.search(_ABBREVIATION.sub("", rest)):
        return False  # nor is a link alone, which may be all of an answer
    if not contacts and any(map(str.isdigit, rest)):
        return False
    return all(word[0].isupper() or word[0] == "&" or word.casefold() in _SMALL_WORDS for word in words)


def _has_sentence(text: str) -> bool:
    """Is there more above than who is spoken to? A mail may begin with a name on a line of its own."""
    return any(not _is_label(line.rstrip(" ,!:")) for line in text.split("\n") if line.strip())


def text_above_name(text: str, name: str) -> str:
    """What stands above the line with the writer's own name, or a part of it; all of it where there is no such line.

    Many mail programs set no delimiter (RFC 3676 § 4.3) above a signature: but people sign, and what they have their program add
    stands below.
    """
    full = " ".join(name.casefold().split())
    parts = {part for part in full.split() if len(part) >= _MIN_SIGNED_NAME}
    names = {full, *parts} - {""}
    folded = text.casefold()
    if not any(name in folded for name in parts or names):  # where none of its parts is, the whole is not
        return text
    longest = max(map(len, names), default=0) + _MAX_AROUND_NAME
    start = 0
    for n, line in enumerate(text.splitlines(keepends=True)):
        if n and len(line) <= longest and line.strip(" \t\r\n,.-–—*").casefold() in names:
            return text[:start]
        start += len(line)
    return text
