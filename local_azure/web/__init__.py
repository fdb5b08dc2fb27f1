"""The HTTP side of local Azure: routes to handlers, and handlers to resource types, which know no HTTP."""
