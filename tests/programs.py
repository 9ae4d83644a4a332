"""Carol's question and the replies to it, in the exact shape of the programs people use; written for these tests."""

from __future__ import annotations

QUESTION = """
    From: Carol <carol@customer.example>
    To: Example Sales <sales@example.com>
    Subject: A quote, please
    Date: Mon, 23 Nov 2026 09:00:00 +0000
    Message-ID: <q1@customer.example>
    MIME-Version: 1.0
    Content-Type: text/plain; charset=utf-8

    What does a new roof cost?
"""
REPLY = """
    From: Anna <anna@example.com>
    To: {to}
    Subject: {subject}
    Message-ID: <{id}>
    {headers}
    Content-Type: text/plain; charset=utf-8

    {text}

    > What does a new roof cost?
"""


def reply(text="It costs five euros.", to="carol@customer.example", id="r1@example.com",
          headers="In-Reply-To: <q1@customer.example>", subject="Re: A quote, please"):  # fmt: skip
    return REPLY.format(text=text, to=to, id=id, headers=headers, subject=subject)


def again(text, id="q2@customer.example", headers="In-Reply-To: <r1@example.com>", subject="Re: A quote, please"):
    return f"""
        From: Carol <carol@customer.example>
        To: Example Sales <sales@example.com>
        Subject: {subject}
        Message-ID: <{id}>
        {headers}

        {text}
    """


REPORT = """
    From: Mail Delivery System <MAILER-DAEMON@mx.example.com>
    To: {to}
    Subject: Undelivered Mail Returned to Sender
    Message-ID: <report@mx.example.com>
    Return-Path: <>
    Auto-Submitted: auto-replied
    MIME-Version: 1.0
    Content-Type: multipart/report; report-type=delivery-status; boundary="b"

    --b
    Content-Type: text/plain

    Your message could not be delivered.

    --b
    Content-Type: message/delivery-status

    Reporting-MTA: dns; mx.example.com

    Final-Recipient: rfc822; {recipient}
    Action: {action}
    Status: 5.1.1
    Diagnostic-Code: smtp; 550 5.1.1 no such user

    --b
    Content-Type: {part}

    From: Anna <anna@example.com>
    Subject: Re: A quote, please
    Message-ID: <{id}>

    --b--
"""


def report(id="r1@example.com", action="failed", recipient="carol@customer.example", part="text/rfc822-headers"):
    return REPORT.format(id=id, action=action, recipient=recipient, part=part, to="anna@example.com")


# --- as programs write them

PROGRAMS = {
    "Outlook for Windows, without References": """
        From: Anna <anna@example.com>
        To: 'Carol' <carol@customer.example>
        Subject: AW: A quote, please
        Thread-Topic: A quote, please
        Thread-Index: AQHbPYpTPkVqY0mYt1Z8yXo1QkYc6LLxAbCd
        Message-ID: <AS8PR04MB9999@AS8PR04MB9999.eurprd04.prod.outlook.com>
        In-Reply-To: <q1@customer.example>
        Accept-Language: de-DE
        X-MS-Has-Attach:
        X-MS-TNEF-Correlator:
        X-Auto-Response-Suppress: DR, RN, NRN, OOF, AutoReply
        Content-Type: text/plain; charset="utf-8"

        Guten Tag, das kostet fünf Euro.

        Von: Carol <carol@customer.example>
        Gesendet: Montag, 23. November 2026 10:00
        An: Example Sales <sales@example.com>
        Betreff: A quote, please

        What does a new roof cost?
    """,
    "Gmail": """
        MIME-Version: 1.0
        References: <q1@customer.example>
        In-Reply-To: <q1@customer.example>
        From: Anna <anna@example.com>
        Date: Mon, 23 Nov 2026 10:30:00 +0100
        Message-ID: <CAGb8mBq3x=Zk5k1Jm0sCw-qfJ8Y1b0g@mail.gmail.com>
        Subject: Re: A quote, please
        To: Carol <carol@customer.example>
        Content-Type: text/html; charset="UTF-8"

        <div dir="ltr">It costs five euros.</div><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">On Mon, Nov 23, 2026
        at 10:00 AM Carol &lt;carol@customer.example&gt; wrote:<br></div><blockquote class="gmail_quote">What does a new roof
        cost?</blockquote></div>
    """,
    "Apple Mail": """
        From: Anna <anna@example.com>
        Content-Type: text/plain; charset=us-ascii
        Mime-Version: 1.0 (Mac OS X Mail 16.0 \\(3774.600.62\\))
        Subject: Re: A quote, please
        Date: Mon, 23 Nov 2026 10:30:00 +0100
        References: <q1@customer.example>
        To: Carol <carol@customer.example>
        In-Reply-To: <q1@customer.example>
        Message-Id: <6F1B7A52-2E55-4C0E-9D4C-7E3B0A8C1D11@example.com>
        X-Mailer: Apple Mail (2.3774.600.62)

        It costs five euros.

        > On 23. Nov 2026, at 10:00, Carol <carol@customer.example> wrote:
        >
        > What does a new roof cost?
    """,
    "iOS Mail": """
        Content-Type: text/plain; charset=utf-8
        From: Anna <anna@example.com>
        Mime-Version: 1.0 (1.0)
        Subject: Re: A quote, please
        Message-Id: <0F5C3D3E-93D7-4B0B-A0B1-7B7C7C9A77E0@example.com>
        References: <q1@customer.example>
        In-Reply-To: <q1@customer.example>
        To: Carol <carol@customer.example>
        X-Mailer: iPhone Mail (22B91)

        Five euros.

        Sent from my iPhone

        > On 23 Nov 2026, at 10:00, Carol <carol@customer.example> wrote:
        > What does a new roof cost?
    """,
    "Thunderbird": """
        Message-ID: <3b1c7a0e-1f8e-4d7e-9f5e-0e2f7c6d5b4a@example.com>
        MIME-Version: 1.0
        User-Agent: Mozilla Thunderbird
        Subject: Re: A quote, please
        To: Carol <carol@customer.example>
        References: <q1@customer.example>
        Content-Language: en-US
        From: Anna <anna@example.com>
        In-Reply-To: <q1@customer.example>
        Content-Type: text/plain; charset=UTF-8; format=flowed

        It costs five euros.

        On 11/23/26 10:00, Carol wrote:
        > What does a new roof cost?
    """,
    "K-9 Mail": """
        Date: Mon, 23 Nov 2026 10:30:00 +0100
        From: Anna <anna@example.com>
        To: Carol <carol@customer.example>
        Subject: Re: A quote, please
        User-Agent: K-9 Mail for Android
        In-Reply-To: <q1@customer.example>
        References: <q1@customer.example>
        Message-ID: <D2A6B6C1-5F0D-4C47-8A0C-3C4F0B7E9A10@example.com>
        Content-Type: text/plain; charset=utf-8

        It costs five euros.

        On 23 November 2026 10:00:00 CET, Carol <carol@customer.example> wrote:
        >What does a new roof cost?
    """,
    "GMX webmail": """
        MIME-Version: 1.0
        Message-ID: <trinity-8d0c2b5e-9d3b-4a8e-bb9e-0f2f5e0c1b7a-1732354200000@3c-app-gmx-bs01>
        From: Anna <anna@example.com>
        To: Carol <carol@customer.example>
        Subject: Aw: A quote, please
        Content-Type: text/html; charset=UTF-8
        Importance: normal
        Sensitivity: Normal
        In-Reply-To: <q1@customer.example>
        References: <q1@customer.example>
        X-UI-Message-Type: mail

        <html><body><div>It costs five euros.</div><div><div name="quote"><b>Gesendet:</b> Montag, 23. November 2026<br>
        <b>Von:</b> Carol &lt;carol@customer.example&gt;<br>
        <div name="quoted-content">What does a new roof cost?</div></div></div></body></html>
    """,
    "an id without brackets": reply(headers="In-Reply-To: q1@customer.example"),
    "a phrase around the id": reply(headers='In-Reply-To: Your message of "Mon, 23 Nov" <q1@customer.example>'),
    "References alone, folded": reply(headers="References: <x0@elsewhere.example>\n     <q1@customer.example>"),
    "its own id among the References": reply(headers="References: <q1@customer.example> <r1@example.com>"),
}
