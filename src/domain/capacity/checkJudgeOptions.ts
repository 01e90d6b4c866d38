import type { JudgeOptions, WhatIf } from './JudgeOptions';

/** @throws RangeError naming the first option that cannot be */
export function checkJudgeOptions({ growth, now, overrides }: JudgeOptions): void {
  need('growth', growth, growth > -1, 'above -1');
  need('time', now, true, 'in epoch milliseconds');
  for (const [name, check] of CHECKS) {
    const value = overrides?.[name];
    if (value !== undefined) {
      need(`what-if ${name}`, value, check.holds(value), check.wording);
    }
  }
}

interface Check {
  readonly holds: (value: number) => boolean;
  readonly wording: string;
}

const SHARE: Check = { holds: (v) => v >= 0 && v < 1, wording: '0 or more and below 1' };
const POSITIVE: Check = { holds: (v) => v > 0, wording: 'above 0' };
const WHOLE: Check = { holds: (v) => Number.isInteger(v) && v >= 0, wording: 'whole, 0 or more' };

const CHECKS: ReadonlyArray<readonly [Exclude<keyof WhatIf, 'redundancy'>, Check]> = [
  ['eventFactor', POSITIVE],
  ['reserve', SHARE],
  ['degradedReserve', SHARE],
  ['zones', WHOLE],
  ['instances', WHOLE],
  ['benchmarkLow', POSITIVE],
];

function need(name: string, value: number, holds: boolean, wording: string): void {
  if (!Number.isFinite(value) || !holds) {
    throw new RangeError(`invalid ${name}: ${value} (a finite number, ${wording}, is needed)`);
  }
}
