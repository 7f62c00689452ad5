"""Documents: a file's bytes become a `Document`, with an exact map back to the source."""
