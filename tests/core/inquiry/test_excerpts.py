"""core/inquiry/customer_mail.py: what the digest shows of a mail, also where no program here can read its text."""

from __future__ import annotations

import pytest

from tests.worlds import Mailroom

HEAD = """
    From: Carol <carol@customer.example>
    To: Example Sales <sales@example.com>
    Subject: A quote, please
    Message-ID: <q1@customer.example>
    MIME-Version: 1.0
"""
ENCRYPTED = """\
    Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name="smime.p7m"
    Content-Transfer-Encoding: base64

    MIAGCSqGSIb3DQEHA6CAMIACAQAxggFAMIIBPAIBADAkMB4xHDAJBgNVBAYTAlJVMA8GA1UEAx4I
"""
RICH_TEXT = """\
    Content-Type: multipart/mixed; boundary="b"

    --b
    Content-Type: text/plain; charset=us-ascii

    {text}
    --b
    Content-Type: application/ms-tnef; name="winmail.dat"
    Content-Disposition: attachment; filename="winmail.dat"
    Content-Transfer-Encoding: base64

    eJ8+IgYQAQaQCAAEAAAAAAABAAEAAQeQBgAIAAAA5AQAAAAAAADoAAEIgAcAGAAAAElQTS5NaWNy
    --b--
"""
OUTLOOK_FILE = """\
    Content-Type: multipart/mixed; boundary="b"

    --b
    Content-Type: application/vnd.ms-outlook; name="A roof.msg"
    Content-Disposition: attachment; filename="A roof.msg"
    Content-Transfer-Encoding: base64

    0M8R4KGxGuEAAAAAAAAAAAAAAAAAAAAAPgADAP7/CQAGAAAAAAAAAAAAAAABAAAAAQAAAAAAAAAA
    --b--
"""


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        (ENCRYPTED, "[smime.p7m]"),
        (RICH_TEXT.format(text="What does a new roof cost?"), "What does a new roof cost?"),
        (RICH_TEXT.format(text=""), "[winmail.dat]"),
        (OUTLOOK_FILE, "[A roof.msg]"),
    ],
    ids=["encrypted", "text beside winmail.dat", "winmail.dat alone", "a mail as a file"],
)
def test_where_there_is_no_text_the_digest_shows_what_lies_in_the_mail(body, shown):
    room = Mailroom()
    room.asked(HEAD.rstrip("\n") + "\n" + body)
    assert (room.inquiry.state, room.inquiry.excerpt) == ("waiting", shown)
    room.store.close()
