import { sha256 } from './sha256';

/** What the journal keeps of a lease token: enough to know it again, not enough to use it. */
export const tokenHash = (token: string): string => sha256(token);
