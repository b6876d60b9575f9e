"""From frames to what is seen: lines, signs and charts. Pure functions; pages only place them."""
