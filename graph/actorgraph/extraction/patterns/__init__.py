"""Patterns: the entities, roles and speeches of a text come in; candidates for claims leave.

Each folder reads one kind of wording, each file in it one pattern; a folder may use those before
it. ``rule_candidates`` calls the patterns of all of them, in the order in which a text is read.

=========== ================================================================================
folder      reads
=========== ================================================================================
``verbs``   verbs with their arguments: "Roth accused Marsh"
``nouns``   nouns of what happens, with theirs: "Roth's talks with Marsh"
``events``  who takes part in an event, and where: "Roth said at the summit in Oslo"
``roles``   roles, and people's posts: "Roth, an aide to Marsh"
``names``   names beside each other, and what is known of them: "Alderfen, Norland"
``stances`` support and opposition, in deeds and words: "the reform is absurd", Roth says
``network`` what the network proposes beside the rules
=========== ================================================================================
"""
