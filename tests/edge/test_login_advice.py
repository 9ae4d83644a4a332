"""edge/login_advice.py: the words of real servers, and what they mean to an administrator."""

from __future__ import annotations

import pytest

from watcher.edge.login_advice import (
    advise_on_closed_mailbox,
    advise_on_refusal,
    advise_on_refused_sender,
    describe_odd_password,
)

PASSWORD = [
    ("550 5.7.30 Basic authentication is not supported for Client Submission.", "smtp.office365.com", "log in with a token"),
    ("535 5.7.139 Authentication unsuccessful, basic authentication is disabled.", "smtp-mail.outlook.com", "log in with a token"),
    ("535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant.", "smtp.office365.com",
     "SMTP AUTH is off"),
    ("LOGIN failed.", "outlook.office365.com", "Microsoft takes no password"),
    ("LOGIN failed.", "imap.example.com", "user or password is wrong"),
    ("[ALERT] Application-specific password required: https://support.google.com/accounts/answer/185833 (Failure)", "imap.gmail.com",
     "app password"),
    ("534 5.7.9 Application-specific password required.", "smtp.gmail.com", "app password"),
    ("[ALERT] Invalid credentials: two-factor authentication is enabled", "imap.zoho.com", "app password"),
    ("[ALERT] Please log in via your web browser: https://support.google.com/mail/accounts/answer/78754", "imap.gmail.com", "web browser"),
    ("534 5.7.14 <https://accounts.google.com/signin/continue> Please log in via your web browser", "smtp.gmail.com", "web browser"),
    ("[AUTHENTICATIONFAILED] Invalid credentials (Failure)", "imap.gmail.com", "user or password is wrong"),
    ("535 5.7.8 Error: authentication failed: UGFzc3dvcmQ6", "smtp.example.com", "user or password is wrong"),
    ("Your account is not enabled for IMAP use.", "imap.gmail.com", "IMAP is switched off"),
    ("EXAMINE Unsafe Login. Please contact kefu@188.com for help", "imap.163.com", "IMAP is switched off"),
    ("535 Error: Login fail. Please using authorization code to login.", "smtp.qq.com", "authorisation code"),
    ("[PRIVACYREQUIRED] Plaintext authentication disallowed on non-secure (SSL/TLS) connections.", "localhost", "without TLS"),
    ("authentication failed: IMAP access not allowed; enable POP3/IMAP in settings", "imap.gmx.net", "IMAP is switched off"),
    ("[EXPIRED] password has expired", "imap.example.com", "the password has expired"),
    ("[CONTACTADMIN] Your account is locked", "imap.example.com", "the account is locked"),
    ("[AUTHORIZATIONFAILED] no such authorization-ID", "imap.example.com", "may not open this mailbox"),
    ("LOGIN command error: BAD Command Argument Error. 12", "outlook.office365.com", "user or password is wrong"),
    ("554 5.7.1 Service unavailable; Client host [192.0.2.7] blocked using zen.spamhaus.org", "mx.example.com", "address of this machine"),
    ("something else", "imap.example.com", ""),
]  # fmt: skip


@pytest.mark.parametrize(("said", "host", "advice"), PASSWORD)
def test_what_to_do_about_a_refused_password(said, host, advice):
    found = advise_on_refusal(said, host)
    assert advice in found and bool(found) is bool(advice)


@pytest.mark.parametrize(
    ("password", "odd"),
    [
        ("secret ", "begins or ends with a space"),
        ("\tsecret", "begins or ends with a space"),
        ("secret\u00a0", "begins or ends with a space"),
        ("abcd\u00a0efgh", "not seen"),
        ("abcd\u200befgh", "not seen"),
        ('"secret"', "quotation marks"),
        ("„secret“", "quotation marks"),
        ("abcd efgh ijkl mnop", ""),
        ('pässwörd"quoted', ""),
        ("'", ""),
        ("", ""),
    ],
)
def test_what_an_editor_put_into_a_password_is_named_and_not_shown(password, odd):
    found = describe_odd_password(password)
    assert odd in found and bool(found) is bool(odd)
    assert "secret" not in found and "abcd" not in found


def test_exchange_lets_in_and_opens_nothing():
    assert "FullAccess" in advise_on_closed_mailbox("User is authenticated but not connected.")
    assert advise_on_closed_mailbox("[NOPERM] Permission denied") == ""


@pytest.mark.parametrize(
    ("said", "advice"),
    [
        ("AUTHENTICATE failed.", "Object ID"),
        ("535 5.7.3 Authentication unsuccessful", "Object ID"),
        (
            "535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Mailbox.",
            "SMTP AUTH is off",
        ),
        ("Your account is not enabled for IMAP use.", "IMAP is switched off"),
    ],
)
def test_a_token_that_is_good_and_refused_is_not_told_to_check_its_password(said, advice):
    assert advice in advise_on_refusal(said, "outlook.office365.com", "the Object ID is another one")


@pytest.mark.parametrize(
    ("said", "advice"),
    [
        ("550 5.7.30 Basic authentication is not supported for Client Submission.", "log in with a token"),
        ("535 5.7.139 SmtpClientAuthentication is disabled for the Tenant.", "SMTP AUTH is off"),
        ("550 5.7.60 SMTP; Client does not have permissions to send as this sender", "-AccessRights SendAs"),
        ("554 5.2.252 SendAsDenied; sales@example.com not allowed to send as info@example.com", "-AccessRights SendAs"),
        ("530 5.7.57 Client not authenticated to send mail.", "wants a login"),
        ("550 Authentication required", "wants a login"),
        ("530 5.7.0 Must issue a STARTTLS command first", ""),
        ("553 5.7.1 not owned by user", ""),
    ],
)
def test_what_to_do_about_a_refused_sender(said, advice):
    found = advise_on_refused_sender(said)
    assert advice in found and bool(found) is bool(advice)
