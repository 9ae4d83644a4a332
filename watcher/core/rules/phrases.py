"""Words by which machines give themselves away, in the languages they do it in. Tables, and the question mark."""

from __future__ import annotations

import re
from functools import lru_cache

from watcher.core.lockstep import TOGETHER
from watcher.core.message.text import LINK

#: A subject that begins so, after reply prefixes and list tags, is an automatic reply. Never a bare "Automatic": a gearbox is.
AUTO_SUBJECT_PREFIXES = (
    "automatic reply", "automatic response", "auto reply", "auto-reply", "autoreply", "auto response", "auto-response",
    "autoresponse", "out of office", "out of the office", "vacation:", "away until", "away from the office", "ooo:", "oof:", "auto:",
    "abwesenheitsnotiz", "automatische antwort", "automatische rückantwort", "abwesend", "abwesenheit:", "eingangsbestätigung",
    "réponse automatique", "reponse automatique", "absence :", "absence:", "absence du bureau", "accusé de réception",
    "respuesta automática", "respuesta automatica", "fuera de la oficina", "fuera de oficina",
    "risposta automatica", "fuori sede", "fuori ufficio", "risposta non al computer",
    "resposta automática", "resposta automatica", "ausência temporária", "fora do escritório",
    "automatisch antwoord", "afwezig:", "afwezigheidsbericht", "automatische beantwoording",
    "automatyczna odpowiedź", "odpowiedź automatyczna", "autosvar", "automatiskt svar", "automatisk svar", "frånvaro", "fravær",
    "automaattinen vastaus", "automatická odpověď", "automatikus válasz", "răspuns automat", "otomatik yanıt",
    "αυτόματη απάντηση", "автоматический ответ", "автоответ", "автоматична відповідь",
    "resposta automàtica", "erantzun automatikoa", "sjálfvirkt svar", "përgjigje automatike", "avtomatik cavab", "balasan otomatis", "balasan automatik",
    "trả lời tự động", "ตอบกลับอัตโนมัติ", "การตอบกลับอัตโนมัติ", "स्वचालित उत्तर", "स्वचालित जवाब", "স্বয়ংক্রিয় উত্তর", "پاسخ خودکار", "خودکار جواب",
    "ავტომატური პასუხი", "freagra uathoibríoch", "ateb awtomatig", "outomatiese antwoord",
    "מענה אוטומטי", "رد تلقائي", "自動応答", "自動返信", "不在通知", "不在のお知らせ", "不在連絡", "不在:", "自动回复", "自動回覆", "자동 응답", "부재중:", "부재중입니다", "부재중 알림", "부재 알림",
)  # fmt: skip

#: "Autoodpowiedź:", "automatický odgovor:": the word for an answer in one word with "auto…", or beside it, before the subject it answers.
_ANSWER_WORDS = (
    "answer|reply|response|antwort|rückantwort|r[ée]ponse|respuesta|risposta|resposta|resposte|antwoord|odpowied[źz]|odpově[dď]|odpove[dď]|"
    "odgovor|odziv|válasz|svar|vastaus|vastus|yanıt|cevap|răspuns|raspuns|απάντηση|ответ|відповідь|отговор|одговор|atbilde|atsakymas"
)
AUTO_SUBJECT_START = re.compile(
    rf"\A(?:(?:auto|αυτό?|авто)\w{{0,12}}[ -]?(?:{_ANSWER_WORDS})\s?(?:[:：-]|\Z)|(?:{_ANSWER_WORDS}) (?:auto|авто|αυτό?)\w{{0,12}}\.?\s?(?:[:：-]|\Z)|"
    + "|".join(re.escape(prefix) for prefix in AUTO_SUBJECT_PREFIXES)
    + ")"
)
AUTO_SUBJECT_ENDING = re.compile(r"\((?:automatic response|auto-?reply)\)\s*\Z|is out of (?:the )?office\.?\s*\Z")

#: Subjects of delivery reports; believed only with a null sender, a report's form or no sender at all.
BOUNCE_SUBJECT = re.compile(
    r"""(?x) \A (?: undeliver(?:able|ed) | undelivered\ mail | delivery\ (?:status\ notification|failure|failed|report|error|has\ failed) |
    mail\ delivery\ (?:failed|failure|system|status|error|problem) | mail\ (?:system\ error|failure|returned|could\ not) |
    returned\ (?:mail|to\ sender|email|message) | failure\ notice | message\ (?:could\ not|not\ deliver|delivery|status) | non-?delivery |
    delayed\ mail | warning:\ (?:could\ not|message) | unzustellbar | nicht\ zustellbar | unzustellbare |
    non\ remis | échec\ de\ la\ remise |
    no\ se\ puede\ entregar | impossibile\ recapitare | notificação\ de\ status | onbestelbaar | nedoručiteln | недоставлен |
    配信不能 | 無法傳遞 | 退信 | rejected\ (?:mail|posting) | undelivered | error\ sending | user\ unknown | postmaster\ notify |
    nondeliverable | loop\ alert | your\ message\ (?:to .{1,100})?(?:could\ not|couldn.t)\ be\ delivered | permanent\ delivery\ failure )"""
)

#: The part by which Gmail says that somebody put an emoji to a message.
EMOJI_REACTION_TYPE = "text/vnd.google.email-reaction+json"

READ_RECEIPT_SUBJECT = re.compile(
    r"\A(?:read|gelesen|lue?|leíd[oa]|leido|lett[oa]|lid[oa]|gelezen|läst|læst|lest|luettu|przeczytano|přečteno|prečítané|prebrano|pročitano"
    r"|elolvasva|citit|прочитано|прочетено|διαβάστηκε|okundu|開封済み|已读|已讀|읽음|مقروءة?|נקרא)\s*[:：]"
)

DAEMON_LOCAL_PARTS = frozenset(
    {
        "mailer-daemon", "mailerdaemon", "mailer_daemon", "mail-daemon", "maildaemon", "mdaemon", "postmaster", "post_master",
        "mmdf", "uucp", "ndr", "bounce", "bounces", "mailsystem", "mail-system", "mail.daemon", "mailerd", "maileradmin",
    }
)  # fmt: skip
DAEMON_DISPLAY_NAME = re.compile(
    r"(?:internet )?mail delivery(?: (?:sub)?system| service)?|(?:mail )?delivery subsystem|mailer[- ]daemon(?:@\S+| \S+)?|postmaster(?:@\S+)?|system administrator"
)

NOREPLY_LOCAL_PART_PATTERN = re.compile(
    r"""(?x) (?:\A|[._+-]) (?: no[._-]?repl(?:y|ies) | do[._-]?not[._-]?repl(?:y|ies) | dont[._-]?reply | not?[._-]?reply |
    ne[._-]?pas[._-]?repondre | nepasrepondre | noreponse | nicht[._-]?antworten | keine?[._-]?antwort | no[._-]?responder |
    no[._-]?responda | nao[._-]?respond[ae]r? | non[._-]?risponder[ei] | niet[._-]?beantwoorden | geen[._-]?antwoord | svar[._-]?ikke )
    (?:\Z|[._+0-9-])"""
)
NOREPLY_LOCAL_PARTS = frozenset(
    {
        "notification", "notifications", "notify", "notifier", "alert", "alerts", "newsletter", "newsletters", "news-letter",
        "wordpress", "www-data", "www", "apache", "nginx", "root", "cron", "nobody", "daemon", "abuse", "unsubscribe", "webmaster-noreply",
        "automail", "auto-mail", "automailer", "mailer", "bulk", "system", "do-not-respond", "reply-disabled", "noc-noreply",
        "form", "forms", "webform", "formular", "formularz", "formulario", "formulaire", "modulo", "formulier", "lomake", "urlap", "vorm",
        "lead", "leads", "transcript", "transcripts", "benachrichtigung", "benachrichtigungen", "powiadomienie", "powiadomienia",
        "notificacion", "notificaciones", "notificacao", "notificacoes", "notifica", "notifiche", "notificari", "melding", "meldingen",
        "notifikace", "notifikacie", "upozorneni", "upozornenie", "uvedomlenie", "uvedomleniya", "bildirim", "ertesites", "obavijesti",
        "obvestila", "avisering", "aviseringar", "ilmoitus", "ilmoitukset",
    }
)  # fmt: skip

ROLE_LOCAL_PART_PATTERN = re.compile(
    r"\Aowner-|-owner\Z|-request\Z|-bounces?\Z|\Abounces?[+-]|\A(?:listserv|majordomo|mailman|lists?|sympa|ezmlm)\Z"
)

#: Local parts that stand in the small print of other people's mail: no visitor of a form has such an address.
OFFICE_LOCAL_PARTS = frozenset(
    {
        "privacy", "datenschutz", "datenschutzbeauftragter", "datenschutzbeauftragte", "dsb", "dpo", "gdpr", "dsgvo", "rgpd", "lgpd", "avg", "privacidad",
        "privacidade", "privatezza", "privacyofficer", "dataprotection", "data-protection", "data.protection", "dataprivacy", "protecciondedatos", "protectiondesdonnees",
        "donneespersonnelles", "tietosuoja", "integritet", "personvern", "dataskydd", "databeskyttelse", "adatvedelem", "iod", "rodo", "kvkk", "gegevensbescherming",
        "legal", "compliance", "abuse", "spam", "security", "unsubscribe", "optout", "opt-out", "hostmaster",
    }
)  # fmt: skip

#: Providers whose domains are everybody's: an address there tells nothing of a house.
FREE_MAIL_DOMAINS = frozenset(
    {
        "gmail.com", "googlemail.com", "outlook.com", "hotmail.com", "live.com", "msn.com", "yahoo.com", "yahoo.co.uk", "yahoo.fr", "yahoo.de",
        "ymail.com", "rocketmail.com", "aol.com", "icloud.com", "me.com", "mac.com", "gmx.de", "gmx.net", "gmx.at", "gmx.ch", "gmx.com", "web.de",
        "t-online.de", "freenet.de", "mail.ru", "yandex.ru", "yandex.com", "bk.ru", "list.ru", "inbox.ru", "ukr.net", "qq.com", "163.com", "126.com",
        "sina.com", "naver.com", "daum.net", "hanmail.net", "proton.me", "protonmail.com", "pm.me", "tutanota.com", "zoho.com", "mail.com", "orange.fr",
        "free.fr", "laposte.net", "wanadoo.fr", "libero.it", "virgilio.it", "tiscali.it", "bluewin.ch", "seznam.cz", "wp.pl", "onet.pl", "o2.pl", "interia.pl",
        "uol.com.br", "bol.com.br", "terra.com.br", "rediffmail.com", "btinternet.com", "comcast.net", "verizon.net", "att.net", "hotmail.co.uk", "hotmail.fr",
        "hotmail.de", "live.nl", "ziggo.nl", "kpnmail.nl", "telenet.be", "skynet.be", "telia.com", "fastmail.com", "hey.com", "duck.com", "walla.com",
        "outlook.de", "outlook.fr", "outlook.it", "outlook.es", "outlook.be", "outlook.co.uk", "hotmail.es", "hotmail.it", "hotmail.nl", "hotmail.com.br",
        "live.de", "live.fr", "live.co.uk", "yahoo.es", "yahoo.it", "yahoo.com.br", "posteo.de", "mailbox.org", "arcor.de", "online.de", "1und1.de",
        "aon.at", "tuta.io", "sfr.fr", "neuf.fr", "bbox.fr", "numericable.fr", "alice.it", "tin.it", "pec.it", "telefonica.net", "terra.es", "sapo.pt",
        "ig.com.br", "planet.nl", "kpnplanet.nl", "hetnet.nl", "home.nl", "xs4all.nl", "sky.com", "virginmedia.com", "talktalk.net", "ntlworld.com",
        "sbcglobal.net", "bellsouth.net", "cox.net", "charter.net", "earthlink.net",
    }
)  # fmt: skip

#: Local parts of the counters of a business: a group of that name passes customers' mail on.
COUNTER_LOCAL_PARTS = frozenset(
    {
        "info", "sales", "contact", "office", "support", "hello", "enquiries", "enquiry", "inquiries", "inquiry", "orders", "service", "help", "bookings",
        "booking", "reservations", "reception", "team", "mail", "shop", "quotes", "customers", "customerservice", "customer-service", "kontakt", "anfrage",
        "anfragen", "verkauf", "vertrieb", "bestellung", "bestellungen", "buero", "büro", "kundenservice", "kundendienst", "ventas", "contacto", "pedidos",
        "contatti", "vendite", "ordini", "contato", "vendas", "contacts", "commandes", "accueil", "verkoop", "klantenservice", "biuro", "sprzedaz", "obchod",
        "prodej", "myynti", "asiakaspalvelu", "forsaljning", "kundtjanst", "salg", "post", "zakaz", "satis", "iletisim", "ertekesites",
    }
)  # fmt: skip

#: Of the local parts that sound like a machine's, those that are words of trade too.
AMBIGUOUS_LOCAL_PARTS = frozenset(
    {
        "notification",
        "notifications",
        "bulk",
        "system",
        "mailer",
        "alert",
        "alerts",
        "notify",
        "abuse",
        "www",
        "root",
        "unsubscribe",
    }
)

#: A name that a service gives its user: "Carol via Booking".
VIA_NAME = re.compile(r"(?i)\A(?P<name>.{1,100}?)['\"]?\s+(?:via|über|durch|par|através d\w|przez|через|door)\s+\S")

#: A telephone number among other words, as people write it (ITU-T E.123): with a plus or a zero in front. What may not stand before it is
#: asked behind its first sign, so that a search goes from one of those to the next.
TELEPHONE_NUMBER = re.compile(
    r"(?:\+(?<![\w.:/-]\+)[1-9]\d{0,2}|\((?<![\w.:/-]\()0[1-9]\d{0,4}\)?|0(?<![\w.:/-]0)[1-9]\d{0,4}\)?)"
    r"[\d ()/-]{4,16}\d(?![\w:/-])"
)

#: A semicolon asks in Greek alone: Unicode makes one of the Greek question mark (U+037E).
#: Japanese, Korean and Chinese ask with a particle, and most often without a mark.
_QUESTION_PARTICLE = (
    r"(?<=[すんうし])か(?=[。．」\s]|\Z)|(?<=[가-힣])(?:까요|나요|니까)(?=[.。\s]|\Z)|[吗嗎](?=[。，\s]|\Z)"
)
_ANY_QUESTION_MARK = re.compile(r"[？؟;か까나吗嗎]")
_QUESTION_MARK = re.compile(
    _QUESTION_PARTICLE + r"|[?？؟](?=\s|\Z|[\"'»”)*_!?])|[？؟]|(?<=[\u0370-\u03ff\u1f00-\u1fff]);(?=\s|\Z|[\"'»”)])"
)

AUTO_REPLY_HEADERS = (
    "x-autoreply", "x-autorespond", "x-autoresponse", "x-autoresponder", "x-autoreply-from", "x-mail-autoreply", "x-autoreply-domain",
    "x-autogenerated", "x-cron-env", "x-ms-exchange-generated-message-source", "x-auto-reply", "x-vacation",
)  # fmt: skip
AUTO_REPLY_HEADER_VALUES = {
    "x-post-messageclass": "9",
    "x-fc-machinegenerated": "true",
    "x-ack": "no",
    "x-amazon-mail-relay-type": "notification",
}
#: Every header that may be a vendor's mark: most mail has none of them.
POSSIBLE_AUTO_REPLY_HEADERS = frozenset(
    (
        *(*AUTO_REPLY_HEADERS, *AUTO_REPLY_HEADER_VALUES),
        *("precedence", "x-precedence", "delivered-to", "x-ms-exchange-inbox-rules-loop"),
    )
)
TICKET_SYSTEM_HEADERS = (
    "x-rt-loop-prevention", "x-otrs-loop", "x-libredesk-loop-prevention", "x-freescout-mail-type", "x-jira-fingerprint",
    "x-redmine-host", "x-redmine-project", "x-trac-project", "x-discourse-topic-id",
)  # fmt: skip
TICKET_SYSTEM_HEADER_PREFIXES = ("x-zammad-", "x-zendesk-", "x-github-", "x-gitlab-", "x-bugzilla-")
TICKET_SYSTEM_HEADER_SET = frozenset(TICKET_SYSTEM_HEADERS)
LIST_HEADERS = (
    "list-id", "list-post", "list-help", "list-subscribe", "list-owner", "list-archive", "mailing-list", "x-mailing-list",
    "x-beenthere", "x-mailman-version",
)  # fmt: skip
CAMPAIGN_HEADER_PREFIXES = ("x-campaign",)
UNSUBSCRIBE_HEADERS = ("list-unsubscribe", "list-unsubscribe-post", "x-csa-complaints")
#: Every header that group D looks at, but those that begin like `CAMPAIGN_HEADER_PREFIXES`: a person's mail has none of them.
POSSIBLE_BULK_HEADERS = frozenset(
    (*LIST_HEADERS, *UNSUBSCRIBE_HEADERS, *("precedence", "x-precedence", "x-auto-response-suppress"))
)
CALENDAR_NOTICES = frozenset({"REPLY", "CANCEL", "REFRESH"})


def has_question_mark(text: str) -> bool:
    """Is there anything that may be a question mark? That is cheaply told, and most mail has none."""
    return "?" in text or (not text.isascii() and _ANY_QUESTION_MARK.search(text) is not None)


@lru_cache(maxsize=16)  # table and rules ask it of the same few texts
def asks_question(text: str) -> bool:
    """Is there a question mark, of whatever script, that stands in no link, or the particle that stands for one?"""
    return has_question_mark(text) and any(
        _QUESTION_MARK.search(LINK.sub(" ", line) if "://" in line or "ww." in line.casefold() else line)
        for line in text.split("\n")
        if "?" in line or (not line.isascii() and _ANY_QUESTION_MARK.search(line))
    )


#: Machines that pass on what a person sent on paper or said: the file is the message.
_MACHINE_RELAYED_SUBJECT = re.compile(
    r"\bfax|telefax|\bvoice ?mail|voice message|sprachnachricht|mailbox-nachricht|message vocal|mensaje de voz|messaggio vocale|факс|传真|傳真|ファックス|팩스|فاكس"
)


@lru_cache(maxsize=TOGETHER)  # several signs ask for it
def names_call_or_fax(subject: str) -> bool:
    """Does a subject say that a machine passes on what a person said, or sent on paper?"""
    return _MACHINE_RELAYED_SUBJECT.search(subject.casefold()) is not None
