"""One file a verb, called as the verb is, with its `command`."""
