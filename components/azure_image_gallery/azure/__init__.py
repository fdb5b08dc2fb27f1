"""Facts about Azure, as data: regions, roles, limits; each with where it comes from."""
