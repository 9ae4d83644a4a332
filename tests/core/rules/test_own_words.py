"""core/rules/context.py and the shipped rules: what counts is what the writer wrote for this reader. A newsletter of ours that is quoted,
a footer, the banner of a signature, the frame of an agency take nobody's answer away, in whatever language.
"""

from __future__ import annotations

from email.message import EmailMessage
from email.policy import SMTP

import pytest

from tests import attention_table, corpus
from watcher.core.message import facts
from watcher.core.message.model import Facts, FetchedMessage, FolderRole, Locator
from watcher.core.rules import rules
from watcher.core.rules.model import Attention, Verdict

RULES = corpus.shipped()

#: Language → a short question, and how a mail program introduces what it quotes below.
QUESTIONS = {
    "en": ("Hello, do the shelves come in oak too?", "On Mon, 2 Nov 2026 at 09:12, House Ltd <sales@house.example> wrote:"),
    "de": ("Guten Tag, gibt es die Regale auch in Eiche?", "Am Mo., 2. Nov. 2026 um 09:12 schrieb House Ltd <sales@house.example>:"),
    "fr": ("Bonjour, les étagères existent-elles en chêne ?",
           "Le lun. 2 nov. 2026 à 09:12, House Ltd <sales@house.example> a écrit :"),
    "es": ("Hola, ¿tienen las estanterías en roble?",
           "El lun, 2 nov 2026 a las 9:12, House Ltd (<sales@house.example>) escribió:"),
    "it": ("Buongiorno, gli scaffali ci sono anche in rovere?",
           "Il giorno lun 2 nov 2026 alle ore 09:12 House Ltd <sales@house.example> ha scritto:"),
    "pt": ("Bom dia, as estantes também existem em carvalho?",
           "House Ltd <sales@house.example> escreveu no dia segunda, 2/11/2026 à(s) 09:12:"),
    "nl": ("Goedemorgen, zijn de planken er ook in eiken?", "Op ma 2 nov 2026 om 09:12 schreef House Ltd <sales@house.example>:"),
    "pl": ("Dzień dobry, czy regały są też z dębu?", "pon., 2 lis 2026 o 09:12 House Ltd <sales@house.example> napisał(a):"),
    "sv": ("Hej, finns hyllorna i ek också?", "Den mån 2 nov. 2026 kl 09:12 skrev House Ltd <sales@house.example>:"),
    "cs": ("Dobrý den, jsou police i z dubu?", "po 2. 11. 2026 v 9:12 odesílatel House Ltd <sales@house.example> napsal:"),
    "tr": ("Merhaba, raflar meşe de var mı?", "House Ltd <sales@house.example>, 2 Kas 2026 Pzt, 09:12 tarihinde şunu yazdı:"),
    "ru": ("Здравствуйте, есть ли полки из дуба?", "пн, 2 нояб. 2026 г. в 09:12, House Ltd <sales@house.example>:"),
    "ja": ("棚はオークもありますか？", "2026年11月2日(月) 9:12 House Ltd <sales@house.example>:"),
}  # fmt: skip

#: Language → a newsletter of ours, as it stands in the mailboxes of customers.
NEWSLETTERS = {
    "en": (
        "View this email in your browser\n"
        "Special offer: 20 % off all shelves! Order now: https://house.example/1\n"
        "You are receiving this because you are subscribed. Unsubscribe: https://house.example/u"
    ),
    "de": (
        "Im Browser ansehen\n"
        "Nur für kurze Zeit: Sonderangebot! Jetzt bestellen: https://house.example/1\n"
        "Sie erhalten diese E-Mail, weil Sie Kunde sind. Hier abmelden: https://house.example/u"
    ),
    "fr": (
        "Voir la version en ligne\n"
        "Offre spéciale, durée limitée ! Achetez maintenant : https://house.example/1\n"
        "Vous recevez ce message car vous êtes inscrit. Se désabonner : https://house.example/u"
    ),
    "ja": "ブラウザで見る\n期間限定、送料無料！今すぐ: https://house.example/1\n本メールはご登録いただいた方に送信しています。配信停止: https://house.example/u",
}  # fmt: skip

SIGNATURES = {
    "en": (
        "Carol Customer\n"
        "Head of Marketing, Best Price Shop\n"
        "Special offer this week! Shop now: https://shop.example/sale\n"
        "Subscribe to our newsletter or unsubscribe: https://shop.example/n"
    ),
    "de": (
        "Carol Customer\n"
        "Leiterin Vertrieb\n"
        "Nur für kurze Zeit: unser Sonderangebot! Jetzt bestellen: https://shop.example/sale\n"
        "Newsletter abmelden: https://shop.example/n"
    ),
    "fr": (
        "Carol Customer\n"
        "Directrice commerciale\n"
        "Offre spéciale ! Cliquez ici : https://shop.example/sale\n"
        "Se désabonner de la lettre : https://shop.example/n"
    ),
    "pl": "Carol Customer\nDyrektor handlowy\nOferta specjalna! Kup teraz: https://shop.example/sale\nZapisz się: https://shop.example/n",
}  # fmt: skip

FOOTERS = {
    "en": (
        "This message is confidential and may be privileged. If you are not the intended recipient, do not use it. Please do not "
        "reply to automated messages. All rights reserved. Privacy policy: https://customer.example/p"
    ),
    "de": (
        "Diese E-Mail enthält vertrauliche Informationen. Wenn Sie nicht der richtige Adressat sind, löschen Sie sie. Bitte "
        "antworten Sie nicht auf automatisch erstellte Nachrichten. Datenschutz: https://customer.example/p"
    ),
    "fr": (
        "Ce message est confidentiel. Si vous n'êtes pas le destinataire, supprimez-le. Tous droits réservés. Mentions légales : "
        "https://customer.example/p"
    ),
    "es": (
        "Este mensaje es confidencial. Si no es el destinatario, elimínelo. Para dejar de recibir nuestras comunicaciones "
        "escriba a baja@customer.example."
    ),
}  # fmt: skip


def judge(text: str, subject: str = "Shelves", **headers: str) -> Verdict:
    message = EmailMessage(policy=SMTP)
    message["From"], message["To"] = "Carol Customer <carol@customer.example>", "House Ltd <sales@house.example>"
    message["Subject"], message["Message-ID"] = subject, "<q1@customer.example>"
    for name, value in headers.items():
        message[name.replace("_", "-")] = value
    message.set_content(text)
    raw = message.as_bytes()
    place = Locator("sales", "INBOX", 1, 1)
    read = facts.read_message(FetchedMessage(place, FolderRole.INBOX, raw, corpus.AT, len(raw)))
    assert isinstance(read, Facts)
    return rules.classify_message(read, RULES, attention_table.HOUSE)


def assert_answered(verdict: Verdict) -> None:
    assert (verdict.attention, verdict.ack) == (Attention.ANSWER, True), (verdict.codes, verdict.why)


@pytest.mark.parametrize("newsletter", NEWSLETTERS)
@pytest.mark.parametrize("language", QUESTIONS)
def test_our_newsletter_below_a_question_counts_for_nothing(language, newsletter):
    question, introduction = QUESTIONS[language]
    quoted = "\n".join(f"> {line}" for line in NEWSLETTERS[newsletter].splitlines())
    assert_answered(judge(f"{question}\n\n{introduction}\n{quoted}\n", subject="Re: News from House"))


@pytest.mark.parametrize("newsletter", NEWSLETTERS)
@pytest.mark.parametrize("language", QUESTIONS)
def test_nor_where_it_is_quoted_without_a_mark(language, newsletter):
    question, introduction = QUESTIONS[language]
    assert_answered(
        judge(f"{question}\n\n{introduction}\n\n{NEWSLETTERS[newsletter]}\n", subject="Re: News from House")
    )


@pytest.mark.parametrize("signature", SIGNATURES)
@pytest.mark.parametrize("delimiter", ["-- \n", ""])
@pytest.mark.parametrize("language", QUESTIONS)
def test_the_banner_of_a_signature_counts_for_nothing(language, delimiter, signature):
    assert_answered(judge(f"{QUESTIONS[language][0]}\n\n{delimiter}{SIGNATURES[signature]}\n"))


@pytest.mark.parametrize("footer", FOOTERS)
@pytest.mark.parametrize("language", QUESTIONS)
def test_a_footer_counts_for_little(language, footer):
    assert_answered(judge(f"{QUESTIONS[language][0]}\n\nCarol\n\n{'_' * 30}\n{FOOTERS[footer]}\n"))
    assert judge(f"{QUESTIONS[language][0]}\n\n{FOOTERS[footer]}\n").track


@pytest.mark.parametrize("language", QUESTIONS)
def test_the_frame_of_a_sending_service_hides_nobody(language):
    framed = judge(
        f"{QUESTIONS[language][0]}\n\nCarol\n\nSent with Helper CRM - try it free: https://crm.example/try\n",
        List_Unsubscribe="<https://crm.example/u>",
        Precedence="bulk",
    )
    assert (framed.attention, framed.ack) == (Attention.ANSWER, False), framed.why


@pytest.mark.parametrize("language", NEWSLETTERS)
def test_the_newsletter_itself_is_for_a_glance(language):
    assert judge(NEWSLETTERS[language], subject="News").attention is Attention.REVIEW
