"""An example of each command, which its help ends with."""

from __future__ import annotations

EXAMPLES = {
    "build": "actorgraph build stories/ --workers 2",
    "add": "actorgraph add stories/monday.txt",
    "remove": "actorgraph remove monday.txt",
    "extract": "actorgraph extract stories/*.txt > claims.jsonl",
    "query": 'actorgraph query "SELECT * { ?who ag:envoyOf ?whose }" --format csv',
    "questions": "actorgraph questions",
    "show": 'actorgraph show "Yuri Ushakov"',
    "path": 'actorgraph path "Steve Witkoff" "Vladimir Putin"',
    "rank": "actorgraph rank --measure betweenness --limit 10",
    "communities": "actorgraph communities --number 0",
    "explain": 'actorgraph explain "Steve Witkoff" "Donald Trump"',
    "brokers": "actorgraph brokers --limit 5",
    "timeline": 'actorgraph timeline "Vladimir Putin"',
    "compare": 'actorgraph compare "Vladimir Putin" "Donald Trump"',
    "delegation": 'actorgraph delegation "U.S. delegation"',
    "html": 'actorgraph html --focus "Yuri Ushakov" --depth 2 -o ushakov.html',
    "export": "actorgraph export ftm -o graph.ftm.json",
    "validate": "actorgraph validate",
    "verify": "actorgraph verify",
    "merge": 'actorgraph merge "Witkoff" "Steve Witkoff" --why "one envoy"',
    "split": 'actorgraph split "John Smith" --document monday.txt',
    "judgements": "actorgraph judgements",
    "review": "actorgraph review",
    "evaluate": "actorgraph evaluate annotated.jsonl --reader rules",
}
