"""Pages that are made from the catalogue and the models, so that they say what the program does."""
