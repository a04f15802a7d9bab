"""The questions that an analyst asks, one file each: its record, its function, and its SPARQL twin.

The functions are pure. They take a corpus, its network and the vocabulary, and return frozen
records of plain values, ready to print or to dump as JSON. The same questions are methods of
``pipeline.graph.Graph`` and commands of the command line; a new one takes a file here, a method
there, and a command.

Example:
    >>> from actorgraph.analysis import annotate, build_network
    >>> from actorgraph.analysis.questions.path import shortest_paths
    >>> from actorgraph.analysis.questions.rank import rank_actors
    >>> from actorgraph import Actor, ActorType, Claim, Corpus, Document, Evidence, Reading
    >>> from actorgraph.vocabulary import load_vocabulary
    >>> article = Document("1", "monday.txt", "Dana Roth, an aide to Peter Marsh, met Ada Hale.")
    >>> people = [Actor(name, ActorType.PERSON, name) for name in ("Hale", "Marsh", "Roth")]
    >>> aide = Claim("1", "Roth", "aideTo", "Marsh", (Evidence.of(article, 0, 33),))
    >>> met = Claim("2", "Roth", "metWith", "Hale", (Evidence.of(article, 0, 47),))
    >>> corpus = Corpus((Reading(article, claims=(aide, met)),), tuple(people))
    >>> vocabulary = load_vocabulary()
    >>> network = annotate(build_network(corpus, vocabulary, threshold=0.5))
    >>> [(place.name, place.value) for place in rank_actors(network, "degree")]
    [('Roth', 2), ('Hale', 1), ('Marsh', 1)]
    >>> [[first, second]] = shortest_paths(corpus, network, vocabulary, people[0], people[1])
    >>> first.sentence, second.sentence, second.quote.text
    ('Hale – met with – Roth', 'Roth – aide to → Marsh', 'Dana Roth, an aide to Peter Marsh')
"""
