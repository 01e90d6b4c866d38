import type { GuardSpec, MeasuredGuard } from './GuardSpec';

/** Why a guard cannot be evaluated, naming the value; null when it can. */
export function guardProblem(spec: GuardSpec, scrapeMs: number, now: number): string | null {
  const checks: ReadonlyArray<readonly [string, number, boolean]> = [
    ['scrape interval', scrapeMs, scrapeMs > 0 && scrapeMs < Infinity],
    ['time', now, Number.isFinite(now)],
    ['confirmations', spec.confirmations, Number.isInteger(spec.confirmations) && spec.confirmations >= 1],
    ...('on' in spec ? ofTimes(spec) : []),
    ...ofKind(spec),
  ];
  const bad = checks.find(([, , good]) => !good);
  return bad === undefined ? null : `guard ${spec.id} cannot be evaluated: ${bad[0]} is ${bad[1]}`;
}

const positive = (name: string, value: number): readonly [string, number, boolean] => [name, value, value > 0 && value < Infinity];
const share = (name: string, value: number): readonly [string, number, boolean] => [name, value, value > 0 && value <= 1];
const count = (name: string, value: number): readonly [string, number, boolean] => [name, value, value >= 0 && value < Infinity];

const ofTimes = ({ everyMs, windowMs }: MeasuredGuard): ReadonlyArray<readonly [string, number, boolean]> => [
  ...(everyMs === undefined ? [] : [positive('time between samples', everyMs)]),
  ...(windowMs === undefined ? [] : [positive('window', windowMs)]),
];

function ofKind(spec: GuardSpec): ReadonlyArray<readonly [string, number, boolean]> {
  switch (spec.kind) {
    case 'errors':
    case 'rejects':
      return [share('limit', spec.limit), count('floor', spec.floor)];
    case 'cpu':
      return [positive('cores', spec.cores), positive('limit', spec.limit)];
    case 'latency':
      return [share('quantile', spec.quantile), positive('limit in seconds', spec.limitSeconds), count('floor', spec.floor)];
    case 'latency-curve':
      return [share('quantile', spec.quantile), count('tolerance', spec.tolerance), count('floor', spec.floor)];
    case 'saturation':
      return [positive('limit', spec.limit), ...(typeof spec.capacity === 'number' ? [positive('capacity', spec.capacity)] : [])];
    case 'hang':
      return [count('share', spec.share), positive('requests', spec.requests), positive('queue floor', spec.queueFloor)];
    case 'restarted':
      return [];
  }
}
