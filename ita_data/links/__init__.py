"""Opening evidence links on request: what anybody on the internet would see (docs/adr/0010).

The edge to the network; what an answer means is told by `ita_data.evidence`.
"""

from ita_data.links.asking import check_link
from ita_data.links.connecting import Resolve
from ita_data.links.running import LinkRun, seen_at

__all__ = ["LinkRun", "Resolve", "check_link", "seen_at"]
