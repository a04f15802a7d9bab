"""What the page shows, as plain data: actors, edges, claims, passages and articles.

A corpus and its measured network enter, a payload of records leaves, ready to become JSON.
"""

from actorgraph.export.page.data.payload import Payload, build_payload

__all__ = ["Payload", "build_payload"]
