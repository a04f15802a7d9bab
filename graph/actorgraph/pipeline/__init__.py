"""The stages joined: documents in, a graph out.  The only part that knows them all."""
