"""RDF for partners: the mapping, what is written, its history, patches, conformity, and the way back."""
