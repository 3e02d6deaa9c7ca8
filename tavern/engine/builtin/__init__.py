"""The rules that every mystery has: what the verbs mean before an author says more. Each function grounds one verb."""
