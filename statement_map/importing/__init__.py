"""What other programs wrote, or this one exported, as data files to be reviewed."""
