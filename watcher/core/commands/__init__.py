"""What people tell Watcher by answering a digest: `41 done`, `44 snooze fri`, `away until monday`.

For: a message → may it be obeyed, and which lines are the person's own (`authorise`) → what each line means (`parse`, with the words
of seven languages in `vocabulary`). What a command changes is decided in `core.inquiry.decide`, and carried out by
`service.answers`.

Must never: guess. A doubt about the sender or about a line changes nothing, and is said to the person.
"""
