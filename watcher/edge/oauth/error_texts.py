"""What a token endpoint refused → a line for the administrator: the cause, the next step, and the provider's own words.

By Microsoft's numbers (https://learn.microsoft.com/entra/identity-platform/reference-error-codes) and by the codes of RFC 6749 § 5.2
with the words that Google gives them.
"""

from __future__ import annotations

import re

#: A pattern over "error: description" → what is wrong and what to do. The first that matches speaks.
_CAUSES: tuple[tuple[str, str], ...] = (
    (
        r"AADSTS(?:700024|500133|70042)\b|reasonable timeframe|not within its valid time range",
        "the clock of this machine is wrong: timedatectl set-ntp true",
    ),
    (r"Invalid JWT Signature", "the key of the service account was deleted at Google: make a new one"),
    (
        r"Invalid email or User ID|Not a valid email|account not found",
        "Google Workspace has no such user: the service account acts for account, or for user where no account is named",
    ),
    (r"client_secret is missing", "the provider wants the client's secret too: secret = { file = … }"),
    (
        r"AADSTS7000112\b",
        "the application is disabled in Entra under Enterprise applications: enable it for users to sign in",
    ),
    (r"AADSTS500011\b", "the tenant has no Exchange Online: is it the right one?"),
    (
        r"AADSTS(?:65001|65004|90094|90008)\b|consent_required",
        "nobody has consented to what the application asks for: an administrator opens Entra, App registrations, API permissions, and "
        "presses 'Grant admin consent'",
    ),
    (r"AADSTS7000222\b", "the client secret has expired: make a new one in Entra under 'Certificates & secrets'"),
    (
        r"AADSTS7000215\b",
        "the client secret is wrong: Entra shows its value once, when it is made; its 'Secret ID' is something else",
    ),
    (
        r"AADSTS7000218\b",
        "the application counts as one with a secret: switch on 'Allow public client flows' in Entra under Authentication, or write secret",
    ),
    (
        r"AADSTS(?:700027|7000[23]\d|700030)\b",
        "the certificate is not the one that the application has in Entra under 'Certificates & secrets'",
    ),
    (
        r"AADSTS(?:700016|90002|90023|50059)\b",
        "there is no such application in this tenant: compare client and tenant with the application's page in Entra",
    ),
    (
        r"AADSTS(?:70011|1002012|28000)\b|invalid_scope",
        "the provider does not know these scopes together: leave out scopes, or correct them",
    ),
    (
        r"AADSTS(?:50011|500113)\b|redirect_uri_mismatch",
        "the redirect address is not registered: add it to the application as it is here",
    ),
    (
        r"AADSTS(?:50076|50078|50079|50158)\b|interaction_required",
        "the account must confirm with a second factor: log in again",
    ),
    (
        r"AADSTS530\d\d\b|admin_policy_enforced|access_denied.*policy",
        "a policy of the organisation forbids it: an administrator must allow this application (Conditional Access, or Google's app "
        "access control)",
    ),
    (r"AADSTS50105\b", "the account is not assigned to the application in Entra under Enterprise applications"),
    (r"AADSTS(?:50020|50034|50057)\b", "the account does not exist in this tenant, or is blocked"),
    (
        r"unauthorized_client.*(?:scopes requested|not authorized.*(?:access token|client))|client is unauthorized to retrieve",
        "the service account may not act for this address: in Google's Admin console, Security, API controls, Domain-wide delegation, "
        "enter its client ID with the scope https://mail.google.com/",
    ),
    (r"expired_token|code_expired", "the code was not used in time: log in again"),
    (r"authorization_declined|access_denied", "somebody said no in the browser: log in again, and agree"),
    (
        r"disabled_client",
        "the application is switched off at the provider: an administrator opens its page there and switches it on",
    ),
    (
        r"deleted_client|invalid_client",
        "the provider does not know this client ID or secret: compare client and secret with the provider's console",
    ),
    (r"unauthorized_client|unsupported_grant_type", "the application is not registered for this kind of login"),
    (
        r"invalid_grant",
        "the login is over (revoked, unused for too long, or the password was changed): somebody must log in again. A project of Google's "
        "in state 'Testing' ends every login after 7 days: set it to 'In production'",
    ),
)
_COMPILED = tuple((re.compile(pattern, re.IGNORECASE | re.DOTALL), text) for pattern, text in _CAUSES)
#: Of the provider's own words so many characters are shown.
_SHOWN_CHARS = 160


def explain_refusal(error: str, description: str) -> str:
    """One line; `error` is the code of RFC 6749 § 5.2, `description` the provider's words."""
    said = f"{error}: {description}" if description else error
    cause = next((text for pattern, text in _COMPILED if pattern.search(said)), "the provider refuses it")
    return f"{cause} ({said[:_SHOWN_CHARS]})"
