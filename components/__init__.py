"""What is drawn more than once: language, page frame, filters, tables, charts, evidence, downloads."""
