"""The conflict screen: before, mine and theirs side by side, with the editors of the form for a third value."""
