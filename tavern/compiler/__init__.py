"""YAML to a mystery, or to diagnostics: what the author wrote ends here, and nothing else has seen it."""
