"""One message → one verdict. Pure: the same message and rules give the same verdict, with its reason.

The first rule that matches, in the order of files and of rules in them, says what a message is; the decision table
(`suppression`) says whether a machine may answer. Where no rule speaks, mail from a person outside is an inquiry.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from watcher.core.lockstep import Stepwise, run_in_lockstep
from watcher.core.message.headers import parse_addresses
from watcher.core.message.model import Address, Facts, MessageKind, OwnIdentity, Unreadable
from watcher.core.rules import destination, forwards, passed_on, sender_kind, suppression
from watcher.core.rules.codes import DESTINATION_CODES, SuppressionCode, TrackingEffect
from watcher.core.rules.context import RuleContext, search_with_timeout
from watcher.core.rules.evidence import ScoreSign
from watcher.core.rules.model import Attention, SuppressionMatch, Verdict
from watcher.core.rules.rule_set import DEFAULT_TEMPLATE, Rule, RuleSet

DEFAULT_WHY = "mail from outside that no rule knows: a person must see it"


@dataclass(frozen=True)
class TriedRule:
    """One rule that was tried, for `explain`: with `signs`, those of its evidence that the message has, a line each."""

    rule: str
    matched: bool
    why: str
    signs: tuple[str, ...] = ()


# --- one message → one verdict


def classify_message(facts: Facts, ruleset: RuleSet, us: OwnIdentity) -> Verdict:
    """What the message is, whether a person must see it, whether a machine may answer, and why."""
    return classify_messages((facts,), ruleset, us)[0]


def classify_messages(messages: Sequence[Facts], ruleset: RuleSet, us: OwnIdentity) -> list[Verdict]:
    """The same of several, in their order: quicker than one after the other."""
    return run_in_lockstep([classify_in_steps(facts, ruleset, us) for facts in messages])


def classify_in_steps(facts: Facts, ruleset: RuleSet, us: OwnIdentity) -> Stepwise[Verdict]:
    """The same of one among several."""
    context, rule, points = yield from _evaluate_in_steps(facts, ruleset, us)
    yield suppression.STEP_COUNT + len(ruleset.rules) + 1
    verdict = _combine_verdict(context, ruleset, rule, points, us)
    if suppression.is_machines_answer(context.suppression_matches):
        verdict = replace(verdict, is_machines_answer=True)
    if context.timed_out_rules:
        slow = ", ".join(f'"{name}"' for name in context.timed_out_rules)
        return replace(verdict, why=f"{verdict.why} (ran out of time and counted as no match: {slow[:200]})")
    return verdict


def _evaluate_in_steps(
    facts: Facts, ruleset: RuleSet, us: OwnIdentity
) -> Stepwise[tuple[RuleContext, Rule | None, float]]:
    """What table and rules say: the steps of the table, one to see which rules may match, and one for each rule."""
    hits = yield from suppression.evaluate_in_steps(facts, us)
    context = _build_context(facts, hits, us, ruleset.literal_index.find_literals)
    yield suppression.STEP_COUNT
    rule, points = yield from _find_deciding_rule(ruleset, context)
    return context, rule, points


def _build_context(
    facts: Facts,
    hits: tuple[SuppressionMatch, ...],
    us: OwnIdentity,
    find_literals: Callable[[str], frozenset[str]] | None,
) -> RuleContext:
    return RuleContext(facts, hits, find_literals, lambda: passed_on.find_form_author(facts, hits, us))


def _find_excluding_match(hits: Sequence[SuppressionMatch]) -> SuppressionMatch | None:
    return next((hit for hit in hits if hit.effect is TrackingEffect.EXCLUDES), None)


def verdict_on_unreadable(message: Unreadable) -> Verdict:
    """The verdict on what is no readable message: a person must look, a machine must not answer."""
    return Verdict(
        MessageKind.INQUIRY,
        Attention.ANSWER,
        False,
        (SuppressionCode.TOO_MALFORMED,),
        "",
        f"unreadable: {message.reason}",
    )


def _find_deciding_rule(ruleset: RuleSet, context: RuleContext) -> Stepwise[tuple[Rule | None, float]]:
    """The rule that decides. One that is in doubt on the way leaves its doubt with the subject."""
    for number in ruleset.candidate_numbers(context):
        yield suppression.STEP_COUNT + 1 + number
        rule = ruleset.rules[number]
        slow = context.timed_out_searches
        matched, points = _evaluate_rule(rule, context)
        if context.timed_out_searches > slow:
            context.timed_out_rules.append(rule.name)
        if matched:
            return rule, points
        if rule.doubt and points >= rule.doubt:
            doubt = SuppressionMatch.from_table(SuppressionCode.DOUBTFUL, _explain_rule(rule, points, context))
            context.suppression_matches = (*context.suppression_matches, doubt)
    return None, 0.0


def _evaluate_rule(rule: Rule, context: RuleContext) -> tuple[bool, float]:
    """Whether it matches, and its points; 0 where they are too few for a doubt."""
    if not rule.can_speak(context):
        return False, 0.0
    if not rule.evidence:
        return True, 0.0
    signs = rule.matching_signs(context)
    points = sum([sign.points for sign in signs])
    return points >= rule.score or any(sign.by_itself for sign in signs), points


def _combine_verdict(
    context: RuleContext, ruleset: RuleSet, rule: Rule | None, points: float, us: OwnIdentity
) -> Verdict:
    """How table and rules combine.

    1. A rule that names what it is about stands above all; of a form it says only whose it is. 2. A form or a forward is its
    author's, and what its author wrote is weighed as a letter is. 3. A row that EXCLUDES is proof. 4. Points, and a row that
    NEEDS_RULE, are doubt: a glance. 5. What is left is a person's mail; a row that ALLOWS only forbids the acknowledgement.
    """
    hits = context.suppression_matches
    if rule is not None and rule.customer == "form" and rule.attention is Attention.ANSWER:
        return _weigh_author(_inquiry_verdict(context, rule, us), context, ruleset)
    if rule is not None and not rule.evidence and not _is_catch_all(rule):
        if rule.attention is Attention.ANSWER and not rule.customer:
            passed_on_verdict = _passed_on_verdict(context, us, ruleset.forward_labels)
            if passed_on_verdict is not None:
                return _routed_by_rule(passed_on_verdict, rule)
        return replace(_verdict_by_rule(context, rule, points, us), is_certain=True)
    if authors_verdict := _passed_on_verdict(context, us, ruleset.forward_labels):
        is_beyond = rule is not None and bool(rule.evidence) and points >= rule.score + FORM_ALLOWANCE
        if rule is not None and is_beyond and not passed_on.is_surely_passed_on(context.facts, us):
            return _verdict_by_rule(context, rule, points, us)
        return _weigh_author(authors_verdict, context, ruleset)
    if never := _find_excluding_match(hits):
        return _untracked_verdict(never.kind, hits, never.why)
    if rule is not None and rule.attention is not Attention.ANSWER:
        return _verdict_by_rule(context, rule, points, us)
    if doubt := next((hit for hit in hits if hit.effect is TrackingEffect.NEEDS_RULE), None):
        return _review_verdict(context, None, doubt.why)
    return _inquiry_verdict(context, rule, us)


def _verdict_by_rule(context: RuleContext, rule: Rule, points: float, us: OwnIdentity) -> Verdict:
    if rule.attention is Attention.NONE:
        assert rule.kind is not None
        return _untracked_verdict(rule.kind, context.suppression_matches, _explain_rule(rule, points, context), rule)
    if rule.attention is Attention.REVIEW:
        return _review_verdict(context, rule, _explain_rule(rule, points, context))
    return _inquiry_verdict(context, rule, us)


#: Points beyond its score from which a rule also says of a form that it is none: what a form passes on may sound like anything.
FORM_ALLOWANCE = 1.5


def _weigh_author(verdict: Verdict, context: RuleContext, ruleset: RuleSet) -> Verdict:
    """A form's author sells and lures as others do, and a forged letter of ours looks like a form: by the signs that tell of an author."""
    for rule in ruleset.candidate_rules(context):
        if rule.attention is Attention.ANSWER or not rule.evidence or not rule.condition.holds(context):
            continue
        signs = [sign for sign in rule.matching_signs(context) if sign.in_forms or sign.points < 0]
        points = sum(sign.points for sign in signs)
        if points >= rule.score:
            why = f"{verdict.why}, which {rule.why}: {'; '.join(map(str, signs))}"
            codes = verdict.codes or (SuppressionCode.DOUBTFUL,)
            return replace(verdict, attention=Attention.REVIEW, ack=False, codes=codes, rule=rule.name, why=why)
    return verdict


def _passed_on_verdict(context: RuleContext, us: OwnIdentity, labels: forwards.ForwardLabels) -> Verdict | None:
    """A machine or a colleague passes on somebody's words: that person's inquiry."""
    facts, hits = context.facts, context.suppression_matches
    if sender_kind.is_machines_own(facts, hits):
        return None
    if forward := passed_on.find_forward(facts, us, labels):
        why = f"a colleague passes on what {forward.author or 'somebody'} wrote"
        return _passed_on_inquiry(hits, why, forward.author, "forwarded")
    if form := context.form:
        if form.author is not None and passed_on.is_proved_own_site(facts, us):
            hits = tuple(_apply_service_responder_exception(list(hits), form.author, us))
            why = f"our own site passes on what {form.author} wrote"
            return _passed_on_inquiry(hits, why, form.author, "web", acknowledged=not hits)
        why = f"a machine passes on what {form.author or 'somebody who asks to be called'} wrote"
        return _passed_on_inquiry(hits, why, form.author, "web")
    return None


def _routed_by_rule(verdict: Verdict, rule: Rule) -> Verdict:
    """What somebody passes on stays its author's where a rule only says whose work it is."""
    return replace(
        verdict,
        rule=rule.name,
        why=f"{rule.why}; {verdict.why}",
        owner=rule.owner,
        ladder=rule.ladder,
        template=rule.template,
        tags=tuple(dict.fromkeys((*verdict.tags, *rule.tags))),
        is_certain=True,
    )


def _passed_on_inquiry(
    hits: Sequence[SuppressionMatch], why: str, author: Address | None, tag: str, acknowledged: bool = False
) -> Verdict:
    codes = tuple(dict.fromkeys(hit.code for hit in hits))
    if not codes and not acknowledged:
        codes = (SuppressionCode.BAD_DESTINATION if author is None else SuppressionCode.RELAYED,)
    return Verdict(MessageKind.INQUIRY, Attention.ANSWER, acknowledged, codes, "", why, author, tags=(tag,))


def _is_catch_all(rule: Rule) -> bool:
    """Does it match everything? Then it says no more than that nothing else spoke."""
    return rule.condition.description == "always" and not rule.evidence


def _untracked_verdict(
    kind: MessageKind, hits: Sequence[SuppressionMatch], why: str, rule: Rule | None = None
) -> Verdict:
    codes = tuple(dict.fromkeys(hit.code for hit in hits)) or (SuppressionCode.NOT_INQUIRY,)
    return Verdict(kind, Attention.NONE, False, codes, rule.name if rule else "", why, tags=rule.tags if rule else ())


def _review_verdict(context: RuleContext, rule: Rule | None, why: str) -> Verdict:
    """A person glances at it once; a machine does not answer what nobody is sure of."""
    codes = tuple(dict.fromkeys(hit.code for hit in context.suppression_matches)) or (SuppressionCode.NOT_INQUIRY,)
    named = rule is not None and rule.customer not in ("", "from")
    customer = _find_named_customer(rule, context) if rule is not None and named else _find_writer(context.facts)
    return Verdict(
        kind=MessageKind.INQUIRY,
        attention=Attention.REVIEW,
        ack=False,
        codes=codes,
        rule=rule.name if rule else "",
        why=why,
        customer=customer,
        owner=rule.owner if rule else None,
        tags=rule.tags if rule else (),
    )


def _inquiry_verdict(context: RuleContext, rule: Rule | None, us: OwnIdentity) -> Verdict:
    facts, hits = context.facts, list(context.suppression_matches)
    customer, is_named = _find_writer(facts), facts.author is not None
    if rule is not None and rule.customer not in ("", "from"):
        customer = _find_named_customer(rule, context)
        is_named = customer is not None
        if rule.customer == "form" and not (rule.ours or passed_on.is_proved_own_site(facts, us)):
            hits.append(SuppressionMatch.from_table(SuppressionCode.RELAYED, "nobody said that this form is ours"))
        else:
            hits = _apply_service_responder_exception(hits, customer, us)
    codes = tuple(dict.fromkeys(hit.code for hit in hits))
    if not is_named and not codes:
        codes = (SuppressionCode.BAD_DESTINATION,)
    return Verdict(
        kind=MessageKind.INQUIRY,
        attention=Attention.ANSWER,
        ack=not codes,
        codes=codes,
        rule=rule.name if rule else "",
        why=rule.why if rule else DEFAULT_WHY,
        customer=customer,
        template=rule.template if rule else DEFAULT_TEMPLATE,
        owner=rule.owner if rule else None,
        ladder=rule.ladder if rule else None,
        tags=rule.tags if rule else (),
    )


def _find_writer(facts: Facts) -> Address | None:
    """Whom people answer: who wrote; of several the first (RFC 5322 § 3.6.2); and where From names no address, who alone stands in
    Reply-To."""
    if facts.from_:
        return facts.from_[0]
    return facts.reply_to[0] if len(facts.reply_to) == 1 else None


def _find_named_customer(rule: Rule, context: RuleContext) -> Address | None:
    """The customer whom a notice names: in its form, in Reply-To, or in its text."""
    if rule.customer == "form":
        return context.form.author if context.form is not None else None
    if rule.customer == "reply-to":
        return context.facts.reply_to[0] if len(context.facts.reply_to) == 1 else None
    if rule.customer_pattern is None:
        return None
    found = search_with_timeout(rule.customer_pattern, context.facts.text, context)
    named = parse_addresses(found["customer"] or "") if found else ()
    return named[0] if len(named) == 1 else None


def _apply_service_responder_exception(
    hits: list[SuppressionMatch], customer: Address | None, us: OwnIdentity
) -> list[SuppressionMatch]:
    """A precisely specified customer may be answered though the notice itself may not (RFC 3834 § 4, service responders).

    What was said of the notice's own sender falls away; the same is asked of the customer's address.
    """
    if customer is None:
        return [
            *hits,
            SuppressionMatch.from_table(SuppressionCode.BAD_DESTINATION, "the rule found no customer in the message"),
        ]
    of_the_notice = DESTINATION_CODES | {
        SuppressionCode.BULK,
        SuppressionCode.NULL_SENDER,
        SuppressionCode.OWN_ADDRESS,
        SuppressionCode.SENT_BY_PROGRAM,
    }
    kept = [hit for hit in hits if hit.effect is not TrackingEffect.NEEDS_RULE and hit.code not in of_the_notice]
    if suppression.is_own_address(customer, us.addresses):
        kept.append(
            SuppressionMatch.from_table(
                SuppressionCode.OWN_ADDRESS,
                f"{customer.email} is one of our own",
                effect=TrackingEffect.ALLOWS,
                kind=MessageKind.INQUIRY,
            )
        )
    return [*kept, *destination.destination_matches(customer.email)]


def _explain_rule(rule: Rule, points: float, context: RuleContext) -> str:
    if not rule.evidence:
        return rule.why
    signs = [str(sign) for sign in rule.matching_signs(context)]
    return f"{rule.why}: {_say_points(points, rule)}: {'; '.join(signs)}"


def _say_points(points: float, rule: Rule) -> str:
    """There may be more than are needed, or, for a sign that is enough by itself and for a doubt, fewer."""
    return f"{points:g} {'point' if points == 1 else 'points'}, where {rule.score:g} are needed"


def find_suppression_matches(facts: Facts, ruleset: RuleSet, us: OwnIdentity) -> tuple[SuppressionMatch, ...]:
    """Everything that speaks against an acknowledgement: the rows of the table, and a rule's doubt."""
    context, _, _ = run_in_lockstep((_evaluate_in_steps(facts, ruleset, us),))[0]
    return context.suppression_matches


def trace_rules(facts: Facts, ruleset: RuleSet, us: OwnIdentity) -> list[TriedRule]:
    """Every rule that was tried, up to the one that spoke."""
    hits = suppression.evaluate_decision_table(facts, us)
    context = _build_context(facts, hits, us, None)  # without the index: every rule is tried
    steps = []
    for rule in ruleset.rules:
        matched, _ = _evaluate_rule(rule, context)
        why = rule.condition.description if matched else f"not: {rule.condition.description}"
        signs: list[ScoreSign] = []
        if rule.evidence and rule.condition.holds(context):
            signs = rule.matching_signs(context)
            why = _say_points(sum(sign.points for sign in signs), rule)
        steps.append(TriedRule(rule.name, matched, why, tuple(sign.describe_sign(rule.measured_on) for sign in signs)))
        if matched:
            break
    return steps
