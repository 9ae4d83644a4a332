"""What a program sends rather than a person: by the headers that libraries and sending services leave, and by lines of labels and values.

Who writes a letter does it in a mail program, which names itself or the provider in the message. What a shop, a portal or a device
sends is made by a library, and its identifier has the library's form. Forms of websites are sent so, too, and ticket systems of firms
that buy: so it proves nothing alone, and a rule adds it to what the letter says.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from watcher.core.message.model import Facts
from watcher.core.rules.phrases import FREE_MAIL_DOMAINS, MACHINE_RELAYED_SUBJECT

#: Headers that sending services and PHP's mail() put on what a program hands them.
_SERVICE_HEADERS = frozenset(
    {
        "x-sg-eid", "x-ses-outgoing", "x-mailgun-sid", "x-mailgun-variables", "x-pm-message-id", "x-mandrill-user", "x-mc-user",
        "x-mj-mid", "x-mailin-eid", "x-sib-id", "x-msfbl", "x-msg-eid", "x-sfdc-lk", "x-php-originating-script", "x-php-script",
    }
)  # fmt: skip
#: What libraries write into X-Mailer and User-Agent; any other value is that of a mail program.
_LIBRARY = re.compile(
    r"phpmailer|\bphp\b|swift ?mailer|symfony|nodemailer|java ?mail|jakarta|mailkit|perl|python|sendmail|mime[:-]|aspmail|\bcdo|indy"
    r"|chilkat|aspose|drupal|wordpress|zend|laravel|laminas|odoo|magento|\bsap\b|\berp\b|crystal reports"
)
#: Identifiers (Message-ID, RFC 5322 § 3.6.4) in the forms that services, libraries and the servers' own `sendmail` give them.
_PROGRAMS_ID = re.compile(
    r"""
    # services: Amazon SES, SendGrid, Postmark, Mailgun, Mandrill, SparkPost, Mailjet, Brevo
    @(?:[\w-]+\.amazonses\.com|geopod-ismtpd\S*|\S*\.sendgrid\.net|mtasv\.net|\S*\.mailgun\.\w+|\S*\.mandrillapp\.com
      |\S*\.sparkpost(?:mail)?\.com|\S*\.mailjet\.com|smtp-relay\.(?:mailin\.fr|sendinblue\.com|brevo\.com))\Z
    |\A\d{14}\.[0-9a-f]{16}@                                   # Mailgun
    # libraries: JavaMail (webmail of providers is written with it, too), PHPMailer, SwiftMailer, PHP's uniqid(), Python, Ruby
    |\.javamail\.(?!zimbra|www|httpd|open-xchange|ox|defaultuser|vmail|webmail)[\w.-]*@
    |\A[a-z0-9]{42,45}@(?!\S*\.outlook\.com)|@swift\.generated\Z|\A[0-9a-f]{13}\.\d{5,6}@|\A[0-9a-f]{10,14}\.\d{6}@
    |\A\d{12,18}\.\d{1,7}\.\d{15,20}@|\A[0-9a-f]{13}_[0-9a-f]{4,30}@\S+\.mail\Z
    # what had no identifier got one from Postfix, Sendmail or Exim
    |\A\d{14}\.[0-9a-f]{6,15}@|\A\d{12}\.[a-z0-9]{14,16}@|\Ae1\w{5}-\w{6,11}-\w{2,4}@
    """,
    re.VERBOSE,
)
_MAILER_HEADERS = ("x-mailer", "user-agent")

_SOUND_FILE = re.compile(r"\.(?:wav|mp3|m4a|amr|ogg|opus|gsm|au)\Z")

_LABELLED = re.compile(r"[^\w\n]{0,3}[^\W\d_][^:：\n]{0,34}[:：][^\S\n]*\S")
_DIGIT = re.compile(r"\d")
_SENTENCE_END = re.compile(r"[.!?。！？]\Z")
_MAX_LABELLED_LINE, _MAX_NUMBERED_LINE, _MAX_HEADING = 110, 90, 30  # characters
_MIN_RECORD_LINES = 2
_MAX_RECORD_LENGTH = 4000  # characters of own text


def is_sent_by_program(facts: Facts) -> bool:
    """Did a library or a sending service make the message, and no mail program? Not said of mailboxes at providers: people write there."""
    if facts.from_ and facts.from_[0].domain in FREE_MAIL_DOMAINS:
        return False
    if mailers := [value for name in _MAILER_HEADERS for value in facts.headers.get(name, ())]:
        return any(_LIBRARY.search(mailer.casefold()) for mailer in mailers)
    if not _SERVICE_HEADERS.isdisjoint(facts.headers):
        return True
    return _PROGRAMS_ID.search(facts.message_id.strip("<> ").casefold()) is not None


def relays_call(facts: Facts) -> bool:
    """Does a telephone or a fax pass on what somebody said or sent, so that the file is the letter?"""
    if any(_SOUND_FILE.search(name.casefold()) for name in facts.attachments):
        return True
    return MACHINE_RELAYED_SUBJECT.search(facts.subject.casefold()) is not None


def is_record(facts: Facts) -> bool:
    """Is the text lines of labels and values, or of numbers, rather than sentences?"""
    text = facts.own_text.strip()
    if len(text) > _MAX_RECORD_LENGTH:
        return False
    lines = [stripped for line in text.split("\n") if (stripped := line.strip())]
    data = sum(map(_is_data, lines))
    prose = sum(not _is_data(line) and len(line) > _MAX_HEADING for line in lines)
    return data >= max(_MIN_RECORD_LINES, prose)


def _is_data(line: str) -> bool:
    if len(line) < _MAX_LABELLED_LINE and _LABELLED.match(line):
        return True
    return len(line) <= _MAX_NUMBERED_LINE and bool(_DIGIT.search(line)) and not _SENTENCE_END.search(line)


#: The signs by the words that rules ask for.
TRAITS: dict[str, Callable[[Facts], bool]] = {
    "sent-by-program": is_sent_by_program,
    "relays-call": relays_call,
    "record": is_record,
}
