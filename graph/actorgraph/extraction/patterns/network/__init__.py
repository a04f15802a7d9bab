"""Claims that the network proposes: those that the rules lack and the words do not exclude."""
