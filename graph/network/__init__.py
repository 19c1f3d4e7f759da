"""The network of contacts: what is measured of it, and the files it is written to."""
