/** The present of all fixtures: a Saturday morning, UTC. */
export const NOW = Date.UTC(2026, 10, 21, 10, 30);
