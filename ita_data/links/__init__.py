"""Opening evidence links on request: what anybody on the internet would see (docs/adr/NNNN).

The edge to the network; what an answer means is told by `ita_data.evidence`.
"""

from ita_data.links.asking import check_link
from ita_data.links.connecting import Resolve
from ita_data.links.running import LinkRun, links_of, seen_at

__all__ = ["LinkRun", "Resolve", "check_link", "links_of", "seen_at"]
