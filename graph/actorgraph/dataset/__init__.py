"""The graph as RDF: written, kept, checked and asked."""
