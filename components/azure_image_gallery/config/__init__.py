"""Where a declaration comes from: files and mappings become a spec, with a place for each value."""
