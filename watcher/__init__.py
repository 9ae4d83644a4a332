"""Watcher reads a business's mailboxes, acknowledges every inquiry once and nags until a person has answered."""

__version__ = "0.1.0"
