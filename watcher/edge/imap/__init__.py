"""A mailbox on its IMAP server, read only (RFC 9051, and RFC 3501 where that is what a server speaks).

`mailbox` is for asyncio and has the deadlines; `session` is one blocking connection and has the commands; `threads` are what these
block, bounded a host; `client` is the library with its octets counted; `errors` is what all of them raise. Never sets a flag, never
moves or deletes a message.
"""
