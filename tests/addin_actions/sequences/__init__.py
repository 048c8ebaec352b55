"""Random sequences of clicks and of what people do between them, on any engine."""
