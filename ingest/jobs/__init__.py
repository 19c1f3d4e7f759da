"""Jobs: from inputs to the archive, from the archive to the graph, to RDF and back, now or on schedule."""
