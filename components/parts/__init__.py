"""What several pages draw: passages, tables, filters, downloads, pictures."""
