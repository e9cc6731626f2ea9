"""What helps a curator: texts are added, decisions taken over, tables put into canonical form."""
