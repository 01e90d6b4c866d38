import type { TierPolicy } from '../../../../domain/catalogue/TierPolicy';

/** What a tier's margins come to together, as a multiple of the peak, so that nobody stacks fears. */
export interface PolicyMargins {
  /** The greater of the two below: what all instances together must be able to carry. */
  readonly total: number;
  /** Event factor over what the reserve leaves. */
  readonly normal: number;
  /** What it takes to survive the loss; null when that cannot be said as a factor (one instance more, or no loss). */
  readonly degraded: number | null;
  /** The arithmetic, one line a case. */
  readonly lines: readonly string[];
}

/** @param zones zones the services stand in; at least 2 */
export function policyMargins(policy: TierPolicy, zones: number): PolicyMargins {
  const { eventFactor, reserve, degradedReserve, redundancy } = policy;
  const normal = eventFactor / (1 - reserve);
  const degraded = redundancy === 'zone' ? (eventFactor / (1 - degradedReserve)) * (zones / (zones - 1)) : null;
  return {
    total: Math.max(normal, degraded ?? 0),
    normal,
    degraded,
    lines: [
      `Normal: ${plain(eventFactor)} / (1 − ${plain(reserve)}) = ${normal.toFixed(2)}`,
      ...(degraded === null
        ? []
        : [
            `After losing one of ${zones} zones: ${plain(eventFactor)} / (1 − ${plain(degradedReserve)}) × ${zones}/${zones - 1} = ${degraded.toFixed(2)}`,
          ]),
      ...(redundancy === 'n+1'
        ? [
            `After losing one instance: ${plain(eventFactor)} / (1 − ${plain(degradedReserve)}) = ${(eventFactor / (1 - degradedReserve)).toFixed(2)}, carried by one instance fewer`,
          ]
        : []),
    ],
  };
}

const plain = (value: number) => String(Number(value.toFixed(4)));
