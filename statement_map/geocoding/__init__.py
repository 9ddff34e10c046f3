"""From the queries of places to where they lie. Only this room imports geopy."""
