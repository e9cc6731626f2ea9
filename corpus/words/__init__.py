"""The wording of the texts: words, their statistics, concordance, phrases, tone, layouts of clouds and networks."""
