"""What was coded of the texts: anchors, figures, measures, what is named, evidence, guard, cross-checks, audit."""
