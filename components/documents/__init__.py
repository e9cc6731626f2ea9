"""我的文档: a reader's own texts read, reviewed, compared and taken away, in this session only."""
