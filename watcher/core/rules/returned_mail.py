"""Mail that came back: is it a mail system's report, or a person's letter about one?

A report's form is proof (RFC 3464), and so is its wording from a mail system's address. A subject or a name alone is neither: people
pass bounces on and ask, and "Rapid Mail Delivery Service" is a firm.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from watcher.core.message.model import Facts
from watcher.core.rules import phrases
from watcher.core.rules.alternatives import AlternativeIndex, fold_case
from watcher.core.rules.codes import SuppressionCode, TrackingEffect
from watcher.core.rules.model import SuppressionMatch

_MAX_SEARCHED = 4000  # characters: a report says on top what it is
#: A forward with fewer characters of one's own says nothing.
_MIN_FORWARD_LENGTH = 40
#: What mail systems write of mail that came back, case-folded: codes (RFC 3463), fields (RFC 3464 § 2.3), and the sentence, in their
#: languages.
_REPORT_WORDS = (
    r"\b[45]\d\d[\s#\x28-]{1,3}[45]\.\d{1,2}\.\d{1,3}\b|"
    r"\A\s*(?:final-recipient|diagnostic-code|reporting-mta|action:\s*failed)|"
    r"(?:did not reach|delivery (?:to|has failed to)|was not delivered to|failed to (?:reach|deliver)).{0,40}recipient|"
    r"could(?: not|n't) be delivered|invalid final delivery|permanent (?:fatal )?error|user unknown|"
    r"unknown (?:user|recipient)|mailbox (?:is )?full|no such user|recipient (?:name is )?not recognized|"
    r"address (?:not|couldn't be) found|"
    r"(?:recipients or groups|empfänger(?:n)? oder gruppen|destinataires ou groupes|destinatarios o grupos|"
    r"destinatari o gruppi|destinatários ou grupos|ontvangers of groepen)|"
    r"delivery will continue to be attempted|will (?:keep trying|continue trying|continue to try) to deliver|"
    r"delivery status notification|diagnostic information for administrators|"
    r"(?:konnte|kann) nicht (?:an .{1,60} )?zugestellt|n'a (?:pas )?pu être (?:remis|distribu|livr|délivr)|"
    r"no se (?:pudo|ha podido) entregar|(?:impossibile|non è stato possibile) (?:recapitare|consegnare)|"
    r"não (?:pôde|foi possível) .{0,10}entreg|(?:kon|kan) niet worden (?:afgeleverd|bezorgd)|"
    r"nie (?:został[ao]?|mogła zostać) dostarcz|kunde inte levereras|kunne ikke leveres|ei voitu toimittaa|"
    r"(?:nelze|nepodařilo se) doručit|nepodarilo sa doručiť|не (?:было |может быть |удалось )?достав|не вдалося достав|"
    r"iletilemedi|teslim edilemedi|nem (?:lehetett )?kézbesít|nu a putut fi livrat|δεν (?:ήταν δυνατή|μπόρεσε|παραδόθηκε)|"
    r"送信できませんでした|配信(?:できません|不能)|配達できません|"
    r"无法(?:投递|送达)|無法(?:傳遞|送達)|被退回|전달할 수 없|전송되지 않|تعذر (?:تسليم|توصيل)"
)
_REPORT_INDEX = AlternativeIndex({"": _REPORT_WORDS}, {"": ""})
#: The header of what came back, written out.
_HEADER_BLOCK = regex.compile(r"(?mi)^\s*(?:received: from \S+|return-path: ?<)")
_POSTMASTER = regex.compile(r"postmaster[-_.]?\d*")
_NOT_STRANGE = "though a person may have passed it on"


def returned_mail_matches(facts: Facts) -> Iterator[SuppressionMatch]:
    """The rows of group B on mail that came back: its form, its sender, its words, its subject."""
    yield from _form_matches(facts)
    yield from _daemon_matches(facts)
    strange = facts.return_path == "" or facts.content_type == "multipart/report" or not facts.from_
    if phrases.BOUNCE_SUBJECT.match(facts.base_subject.casefold()) and (strange or not _is_persons(facts)):
        yield SuppressionMatch.from_table(
            SuppressionCode.DSN_LIKE,
            f"subject {facts.subject!r} {'and a null sender or a report’s form' if strange else _NOT_STRANGE}",
            effect=TrackingEffect.EXCLUDES if strange else TrackingEffect.NEEDS_RULE,
        )
    elif _is_sent_by_system(facts) and not _asks_question(facts) and _reads_like_report(facts):
        why = "a mail system tells of mail that came back"
        yield SuppressionMatch.from_table(SuppressionCode.DSN_LIKE, why, effect=TrackingEffect.EXCLUDES)


def _form_matches(facts: Facts) -> Iterator[SuppressionMatch]:
    if "message/delivery-status" in facts.part_types or facts.report_type == "delivery-status":
        yield SuppressionMatch.from_table(SuppressionCode.DSN, "a delivery status report (RFC 3464)")
    elif "x-failed-recipients" in facts.headers:
        local = facts.from_[0].local.casefold() if facts.from_ else ""
        sure = facts.return_path == "" or not facts.from_ or local in phrases.DAEMON_LOCAL_PARTS
        effect = TrackingEffect.EXCLUDES if sure else TrackingEffect.NEEDS_RULE
        yield SuppressionMatch.from_table(SuppressionCode.DSN, "X-Failed-Recipients", effect=effect)


def _daemon_matches(facts: Facts) -> Iterator[SuppressionMatch]:
    bounce = facts.return_path == "" or phrases.BOUNCE_SUBJECT.match(facts.base_subject.casefold()) is not None
    excludes, needs_rule, allows = TrackingEffect.EXCLUDES, TrackingEffect.NEEDS_RULE, TrackingEffect.ALLOWS
    if not facts.from_:
        if facts.return_path == "" or "from" in facts.headers:
            effect = excludes if bounce and not facts.reply_to else needs_rule
            yield SuppressionMatch.from_table(SuppressionCode.DAEMON_SENDER, "no sender at all", effect=effect)
        return
    sender = facts.from_[0]
    local = sender.local.casefold()
    if _POSTMASTER.fullmatch(local):
        # Often a person: the owner of a small domain writes from it.
        report = not _asks_question(facts) and (bounce or _reads_like_report(facts))
        why = f"{sender.email} {'is' if report else 'may be'} a mail system"
        yield SuppressionMatch.from_table(SuppressionCode.DAEMON_SENDER, why, effect=excludes if report else allows)
    elif local in phrases.DAEMON_LOCAL_PARTS or phrases.DAEMON_DISPLAY_NAME.fullmatch(
        sender.name.casefold().strip(" '\"<>")
    ):
        sure = local == "mailer-daemon" or bounce or not facts.text.strip()
        effect = excludes if sure else needs_rule
        yield SuppressionMatch.from_table(SuppressionCode.DAEMON_SENDER, f"{sender} is a mail system", effect=effect)


def _is_sent_by_system(facts: Facts) -> bool:
    """Does a mail system's address, or none, stand where the sender should, over an original that came back?"""
    local = facts.from_[0].local.casefold() if facts.from_ else ""
    return (
        facts.return_path == ""
        or local in phrases.DAEMON_LOCAL_PARTS
        or phrases.NOREPLY_LOCAL_PART_PATTERN.search(local) is not None
    )


def _reads_like_report(facts: Facts) -> bool:
    return _REPORT_INDEX.has_match(fold_case(facts.text[:_MAX_SEARCHED]))


def _asks_question(facts: Facts) -> bool:
    """Is there a question, above the header of what came back?"""
    block = _HEADER_BLOCK.search(facts.own_text)
    return phrases.asks_question(facts.own_text[: block.start()] if block else facts.own_text)


def _is_passed_on(facts: Facts) -> bool:
    """Does somebody pass it on with words of their own? Some systems put the original below as mail programs do; theirs is the report."""
    words = facts.own_text.strip()
    return (
        facts.is_forward
        and len(words) >= _MIN_FORWARD_LENGTH
        and (facts.has_prefix or not _REPORT_INDEX.has_match(fold_case(words[:_MAX_SEARCHED])))
    )


def _is_persons(facts: Facts) -> bool:
    """Does a person write about a bounce: ask, or pass it on with words of their own? Or want something, where nothing came back?"""
    if _asks_question(facts) or _is_passed_on(facts):
        return True
    from watcher.core.rules.requests import wants_anything  # their words take time, which no start waits for
    from watcher.core.rules.voice import read_voice

    return not _is_sent_by_system(facts) and not _reads_like_report(facts) and wants_anything(facts, read_voice(facts))
