"""A message: octets → `Facts`, read once at the door, normalised and bounded.

The way through it: `mime` cuts and parses, `headers`, `charsets` and `text` decode, `parts` chooses the text a person reads
(`html_text`, `own_text`, `languages`, `subjects` say what of it), `delivery_reports` and `relayed` find what stands behind a report
or a group address, and `facts` puts it together as the frozen values of `model`.

It says what is there and must never judge it, never raise on any octets, and never let one message cost more than `mime.LIMITS`.
Behind this room nobody sees the raw message.
"""
