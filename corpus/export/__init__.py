"""Files to take away: tables, briefs, citations."""
