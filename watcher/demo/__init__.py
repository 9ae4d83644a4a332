"""`watcher demo`: a working day of a small business on embedded servers, run by the same code as the daemon."""
