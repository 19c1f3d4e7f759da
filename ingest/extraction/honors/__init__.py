"""Honours: who honoured whom, with a medal, a guard of honour, a welcome or a dinner."""
