import type { Redundancy } from '../../../../domain/catalogue/TierPolicy';

export const REDUNDANCY_OPTIONS: ReadonlyArray<{
  readonly value: Redundancy;
  readonly label: string;
  readonly description: string;
}> = [
  { value: 'zone', label: 'Survive one zone', description: 'N+1 where zones are unknown' },
  { value: 'n+1', label: 'Survive one instance', description: 'N+1' },
  { value: 'none', label: 'None', description: 'Nothing is kept for a loss' },
];
