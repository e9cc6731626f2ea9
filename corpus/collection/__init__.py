"""What a collection is: a codebook, texts and rows; where folders of them are read and written."""
