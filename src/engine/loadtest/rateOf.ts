import type { RawSeries } from '../../domain/guards/RawSample';

/** Growth a second of a counter over its newest `window` milliseconds, summed over its series; null without two samples. */
export function rateOf(series: readonly RawSeries[], window: number): number | null {
  let sum = 0;
  let counted = 0;
  for (const one of series) {
    const rate = rateOfOne(one, window);
    sum += rate ?? 0;
    counted += rate === null ? 0 : 1;
  }
  return counted === 0 ? null : sum;
}

function rateOfOne(samples: RawSeries, window: number): number | null {
  const last = samples.at(-1);
  if (last === undefined) {
    return null;
  }
  let grown = 0;
  let first = last.at;
  for (let i = samples.length - 1; i > 0; i--) {
    const [before, after] = [samples[i - 1], samples[i]];
    if (before === undefined || after === undefined || before.at < last.at - window) {
      break;
    }
    grown += after.value >= before.value ? after.value - before.value : after.value;
    first = before.at;
  }
  return last.at > first ? (grown / (last.at - first)) * 1000 : null;
}
