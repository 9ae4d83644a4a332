"""Tokens (RFC 6749): what a provider's token endpoint is asked, where its answers are kept, and how a person logs in.

`endpoint` is the HTTP and nothing more, `grants` what is posted for each kind of grant, `token_store` the file or keyring of an
account, `token_source` the token of now, renewed where that is due, `person_login` the browser and the codes, `error_texts` what went
wrong in words.

One form posted and one JSON answer is all there is to the protocol, so it goes by the standard library; signing is not, and is PyJWT's.
Must never: decide when a token is renewed or what is an incident (`core.health.tokens` does), or let a token into a log or an error.
"""
