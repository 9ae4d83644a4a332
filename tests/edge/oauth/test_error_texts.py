"""edge/oauth/error_texts.py: the words of Microsoft and Google, and the next step."""

from __future__ import annotations

import pytest

from watcher.edge.oauth.error_texts import explain_refusal


@pytest.mark.parametrize(
    ("error", "description", "words"),
    [
        ("invalid_grant", "Token has been expired or revoked.", "somebody must log in again"),
        ("invalid_grant", "AADSTS50173: The provided grant has expired due to it being revoked", "somebody must log in again"),
        ("invalid_grant", "AADSTS700082: The refresh token has expired due to inactivity.", "somebody must log in again"),
        ("invalid_grant", "AADSTS65001: The user or administrator has not consented to use the application", "Grant admin consent"),
        ("consent_required", "", "Grant admin consent"),
        ("interaction_required", "AADSTS50076: you must use multi-factor authentication", "second factor"),
        ("invalid_grant", "AADSTS53003: Access has been blocked by Conditional Access policies.", "a policy of the organisation"),
        ("invalid_client", "AADSTS7000215: Invalid client secret provided.", "its 'Secret ID' is something else"),
        ("invalid_client", "AADSTS7000222: The provided client secret keys are expired.", "has expired: make a new one"),
        ("invalid_client", "AADSTS700027: Client assertion failed signature validation.", "the certificate is not the one"),
        ("invalid_client", "AADSTS7000218: The request body must contain: 'client_assertion' or 'client_secret'", "public client flows"),
        ("unauthorized_client", "AADSTS700016: Application with identifier 'x' was not found in the directory", "no such application"),
        ("invalid_request", "AADSTS90002: Tenant 'x' not found.", "no such application in this tenant"),
        ("invalid_scope", "AADSTS70011: The provided request must include a 'scope' input parameter", "scopes"),
        ("unauthorized_client", "Client is unauthorized to retrieve access tokens using this method, or client not authorized for any of "
         "the scopes requested.", "Domain-wide delegation"),
        ("invalid_client", "Unauthorized", "does not know this client ID or secret"),
        ("deleted_client", "The OAuth client was deleted.", "does not know this client ID"),
        ("invalid_grant", "Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe.", "the clock"),
        ("invalid_client", "AADSTS700024: Client assertion is not within its valid time range.", "the clock of this machine is wrong"),
        ("invalid_grant", "Invalid JWT Signature.", "the key of the service account was deleted"),
        ("invalid_grant", "Invalid email or User ID", "no such user"),
        ("invalid_request", "client_secret is missing.", "secret = { file"),
        ("unauthorized_client", "AADSTS7000112: Application 'x' is disabled.", "enable it"),
        ("invalid_grant", "AADSTS50020: User account from identity provider does not exist in tenant", "does not exist in this tenant"),
        ("access_denied", "", "somebody said no"),
        ("authorization_declined", "", "somebody said no"),
        ("expired_token", "", "not used in time"),
        ("something_new", "no idea", "the provider refuses it (something_new: no idea)"),
    ],
)  # fmt: skip
def test_each_refusal_says_what_to_do_next(error, description, words):
    assert words in explain_refusal(error, description)
