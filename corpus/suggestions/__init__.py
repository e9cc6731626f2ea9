"""What a program suggests from the codebook: measures and indicators, each with the words that spoke for it."""
