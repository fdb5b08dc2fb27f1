"""How long things take, and how that grows: `make bench`. What came out stands in docs/performance.md."""
