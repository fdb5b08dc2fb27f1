"""`image-gallery advise`: which type of image, kept where, and a declaration to start from."""
