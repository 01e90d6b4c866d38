import type { GuardReading, Observation } from './Observation';

/** The limit guard that stops this level; null = none. */
export const limitReached = ({ guards }: Observation): GuardReading | null => guards.find((guard) => guard.role === 'limit' && guard.state === 'stop') ?? null;
