"""Files that are kept as mail and are no mail: what they are by their first octets, and what to do with them.

First octets: https://www.iana.org/assignments/media-types, [MS-PST] § 2.2.2.6, [MS-CFB] § 2.2, and the programs' own files.
"""

from __future__ import annotations

from collections.abc import Iterable

_OUTLOOK_FILE = "an Outlook data file (.pst, .ost): make .eml files or an mbox of it, as with readpst"
_COMPRESSED = "compressed: unpack it first"

#: How a file begins → what it is.
_BEGINNINGS = (
    (b"!BDN", _OUTLOOK_FILE),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a message as Outlook saves it (.msg): save it as .eml, or use msgconvert"),
    (b"\xcf\xad\x12\xfe", "a folder of Outlook Express (.dbx): make an mbox of it, as with undbx"),
    (b"*mbx*", "a folder in the format of UW IMAP (mbx): make an mbox of it, as with mailutil"),
    (b"PK\x03\x04", "an archive (.zip, .olm): unpack it first"),
    (b"7z\xbc\xaf\x27\x1c", "an archive (.7z): unpack it first"),
    (b"Rar!", "an archive (.rar): unpack it first"),
    (b"\x1f\x8b", _COMPRESSED),
    (b"BZh", _COMPRESSED),
    (b"\xfd7zXZ", _COMPRESSED),
    (b"\x28\xb5\x2f\xfd", _COMPRESSED),
)
_TAR_MARK, _TAR_MARK_AT = b"ustar", 257
#: The same of what lies beside mail: who names a folder does not mean it.
_OTHER_BEGINNINGS = (
    (b"// <!-- <mdb:mork", "an index of Thunderbird, without mail: name the file of the same name without .msf"),
    (b"SQLite format 3", "a database, no mail"),
    (b"%PDF", "a PDF, no mail"),
)
_NO_MAIL = 'no mail: it begins neither with "From " as an mbox does, nor with lines like "Subject: …" as a message does'


def describe_mail_container(head: bytes) -> str:
    """What a file is that holds mail, or comes with it, in a form that cannot be read; "" for any other. `head`: 262 octets or more."""
    if head[_TAR_MARK_AT:].startswith(_TAR_MARK):
        return "an archive (.tar): unpack it first"
    return _describe_beginning(head, _BEGINNINGS)


def _describe_beginning(head: bytes, table: Iterable[tuple[bytes, str]]) -> str:
    return next((words for beginning, words in table if head.startswith(beginning)), "")


def describe_foreign_file(head: bytes) -> str:
    """Why a file cannot be read as mail, for whoever named it."""
    if head.startswith((b"From ", b"\xef\xbb\xbfFrom ")) and b"\n" not in head and b"\r" in head:
        return "an mbox whose lines end as on old Macs (CR): make them end with LF, as with tr '\\r' '\\n'"
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "text in UTF-16: save it as it was, mail has no such encoding"
    return describe_mail_container(head) or _describe_beginning(head, _OTHER_BEGINNINGS) or _NO_MAIL
