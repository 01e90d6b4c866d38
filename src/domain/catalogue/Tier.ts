/** The policy class of a service; P0 must never fall over. */
export type Tier = 'P0' | 'P1' | 'P2';

export const TIERS: readonly Tier[] = ['P0', 'P1', 'P2'];
