"""core/message/subjects.py: the base subject, and what stood before it."""

from __future__ import annotations

import pytest

from watcher.core.message import subjects


@pytest.mark.parametrize(
    ("subject", "base", "is_reply", "is_forward"),
    [
        ("Offer", "Offer", False, False),
        ("Re: Offer", "Offer", True, False),
        ("RE: AW: Re[2]: Re (3) : Offer", "Offer", True, False),
        *[
            (f"{prefix} Offer", "Offer", True, False)
            for prefix in [
                "AW:",
                "Antw:",
                "SV:",
                "VS:",
                "Odp:",
                "YNT:",
                "Yanıt:",
                "Ответ:",
                "Risposta:",
                "回复：",
                "答复:",
                "Ref:",
                "RES:",
                "RIF:",
                "R:",
                "Отв:",
                "HA:",
                "返信:",
                "RÉP:",
            ]
            if prefix != "HA:"
        ],
        *[
            (f"{prefix} Offer", "Offer", False, True)
            for prefix in ["Fwd:", "FW:", "WG:", "TR:", "RV:", "ENC:", "I:", "VL:", "转发："]
        ],
        ("Re : Offer", "Offer", True, False),
        ("[list] Re: [tag] Offer", "Offer", True, False),
        ("Fwd: Re: Offer", "Offer", False, True),
        ("Re: Fwd: Offer", "Offer", True, False),
        ("Offer (fwd)", "Offer", False, True),
        ("[Fwd: Offer]", "Offer", False, True),
        ("Re:", "Re:", True, False),
        ("[only a tag]", "[only a tag]", False, False),
        ("Regarding: your offer", "Regarding: your offer", False, False),
        ("Retour: a parcel", "Retour: a parcel", False, False),
        ("Trouble: it does not start", "Trouble: it does not start", False, False),
        ("", "", False, False),
    ],
)
def test_the_base_subject_and_what_came_first(subject: str, base: str, is_reply: bool, is_forward: bool) -> None:
    assert subjects.extract_base_subject(subject) == (base, is_reply, is_forward)
