"""What Azure demands and no declaration decides, one file a group."""
