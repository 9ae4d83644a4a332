"""Words by which machines give themselves away, in the languages they do it in. Tables only."""

from __future__ import annotations

import re

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
    "מענה אוטומטי", "رد تلقائي", "自動応答", "自動返信", "不在", "自动回复", "自動回覆", "자동 응답", "부재중",
)  # fmt: skip

AUTO_SUBJECT_START = re.compile(r"\A(?:" + "|".join(re.escape(prefix) for prefix in AUTO_SUBJECT_PREFIXES) + ")")
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

READ_RECEIPT_SUBJECT = re.compile(
    r"\A(?:read|gelesen|lu|leído|leido|letto|lida|gelezen|läst|læst|lest|przeczytano)\s*:"
)

DAEMON_LOCAL_PARTS = frozenset(
    {
        "mailer-daemon", "mailerdaemon", "mailer_daemon", "mail-daemon", "maildaemon", "mdaemon", "postmaster", "post_master",
        "mmdf", "uucp", "ndr", "bounce", "bounces", "mailsystem", "mail-system", "mail.daemon", "mailerd", "maileradmin",
    }
)  # fmt: skip
DAEMON_DISPLAY_NAME = re.compile(
    r"mail delivery (?:sub)?system|mail delivery service|mailer[- ]daemon|internet mail delivery|postmaster"
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
    }
)  # fmt: skip

ROLE_LOCAL_PART_PATTERN = re.compile(
    r"\Aowner-|-owner\Z|-request\Z|-bounces?\Z|\Abounces?[+-]|\A(?:listserv|majordomo|mailman|lists?|sympa|ezmlm)\Z"
)
