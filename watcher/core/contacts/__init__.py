"""Contacts from a table, such as the visitors of a trade show: octets of a file → people to write to, and what is wrong with the rest.

Pure: what becomes of a contact is said by `core.inquiry.leads`.
"""
