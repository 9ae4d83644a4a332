"""The id of a letter, and the signature that proves it is ours. Both follow from the letter's key: written again, they are the same.

An answer names the id (`In-Reply-To`, RFC 5322 § 3.6.4), and nobody who has not seen the letter can guess it. Where a relay
replaces the id, X-Watcher-Ref still tells a letter of ours from one that only claims to be.
"""

from __future__ import annotations

import base64
import hmac
import re
from functools import lru_cache

_SIGNATURE = re.compile(r"(n\.[a-z2-7]{26})\.([a-z2-7]{26})")


def derive_message_id(key: bytes, letter_key: str, domain: str) -> str:
    """The Message-ID (RFC 5322 § 3.6.4) of the letter with this key: the same whenever it is written again, and nobody
    else's."""
    return f"{_opaque_letter_name(key, letter_key)}@{domain}"


def sign_letter_name(key: bytes, name: str) -> str:
    """The value of X-Watcher-Ref, an HMAC (RFC 2104): proves that a letter is ours, also where a relay gave it another id. `name`: the
    local part of the id that we gave it."""
    return f"{name}.{_truncated_hmac(key, 'ref', name)}"


def read_letter_name(key: bytes, token: str) -> str:
    """The local part of the id of the letter for which this X-Watcher-Ref was made; "" where our key did not make it. Never
    raises."""
    found = _SIGNATURE.fullmatch(token.strip()) if len(token) < 200 else None
    if found is None or not hmac.compare_digest(found[2].encode(), _truncated_hmac(key, "ref", found[1]).encode()):
        return ""
    return found[1]


def looks_like_mark(token: str) -> bool:
    """Has it the form of an X-Watcher-Ref, whoever made it? One of 200 characters or more has not."""
    return len(token) < 200 and _SIGNATURE.fullmatch(token.strip()) is not None


def _opaque_letter_name(key: bytes, letter_key: str) -> str:
    return f"n.{_truncated_hmac(key, 'id', letter_key)}"


@lru_cache(maxsize=256)  # of a batch of 100, each letter's name is asked for before the batch and with the letter
def _truncated_hmac(key: bytes, use: str, text: str) -> str:
    """130 bits; `use` keeps what is signed for one purpose from standing for another."""
    digest = hmac.digest(key, f"{use}\0{text}".encode("utf-8", "surrogatepass"), "sha256")
    return base64.b32encode(digest[:20]).decode().lower()[:26]  # of the rest no letter would be among these
