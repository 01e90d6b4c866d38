import type { GuardSamples } from './GuardSamples';
import type { RawSample } from './RawSample';
import type { SubjectSamples } from './SubjectSamples';

export const SCRAPE = 5000;
export const NOW = 1_700_000_000_000;

/** A counter that grows by the rates given (a second), one sample a scrape, the newest `age` ms before NOW; null leaves a scrape out. */
export function counter(rates: ReadonlyArray<number | null>, { age = 1000, start = 1000 } = {}): readonly RawSample[] {
  const first = NOW - age - rates.length * SCRAPE;
  let value = start;
  const samples: RawSample[] = [{ at: first, value }];
  rates.forEach((rate, i) => {
    value += (rate ?? 0) * (SCRAPE / 1000);
    if (rate !== null) {
      samples.push({ at: first + (i + 1) * SCRAPE, value });
    }
  });
  return samples;
}

/** A gauge, one value a scrape, the newest `age` ms before NOW. */
export const gauge = (values: readonly number[], age = 1000): readonly RawSample[] =>
  values.map((value, i) => ({ at: NOW - age - (values.length - 1 - i) * SCRAPE, value }));

export const steady = (rate: number, scrapes = 8): number[] => Array.from({ length: scrapes }, () => rate);

export const subject = (series: SubjectSamples['series'], over: Partial<SubjectSamples> = {}): SubjectSamples => ({ subject: 'a:1', role: 'target', series, buckets: [], ...over });

export const samples = (subjects: readonly SubjectSamples[], over: Partial<GuardSamples> = {}): GuardSamples => ({
  scrapeMs: SCRAPE,
  subjects,
  router: { targetServing: true },
  ...over,
});
