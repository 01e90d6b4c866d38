import type { RawSample, RawSeries } from './RawSample';
import type { SubjectSamples } from './SubjectSamples';

/**
 * Samples of several instances as those of one subject. Instances are scraped at different moments, and a guard compares
 * samples of one timestamp: all that fall into one interval are put at the oldest timestamp among them, so that no sample
 * seems younger than it is. A scrape that one instance missed counts with its next one; after its last sample it adds nothing.
 * @param everyMs time between two scrapes of one instance
 */
export function alignSubject(subject: SubjectSamples, everyMs: number): SubjectSamples {
  const all = [...Object.values(subject.series).flat(), ...subject.buckets.flatMap(({ series }) => series)];
  const slots = slotsOf(all, everyMs);
  const align = (series: readonly RawSeries[]): readonly RawSeries[] => series.map((one) => aligned(one, slots, everyMs));
  return {
    ...subject,
    series: Object.fromEntries(Object.entries(subject.series).map(([name, series]) => [name, align(series)])),
    buckets: subject.buckets.map(({ le, series }) => ({ le, series: align(series) })),
  };
}

interface Slot {
  readonly index: number;
  readonly at: number;
}

const indexOf = (at: number, everyMs: number): number => Math.floor(at / everyMs);

/** Intervals in which anybody was sampled, oldest first. */
function slotsOf(all: readonly RawSeries[], everyMs: number): readonly Slot[] {
  const oldest = new Map<number, number>();
  for (const { at } of all.flat()) {
    const index = indexOf(at, everyMs);
    oldest.set(index, Math.min(oldest.get(index) ?? Infinity, at));
  }
  return [...oldest].map(([index, at]) => ({ index, at })).sort((a, b) => a.index - b.index);
}

function aligned(series: RawSeries, slots: readonly Slot[], everyMs: number): RawSeries {
  const byIndex = new Map([...series].sort((a, b) => a.at - b.at).map(({ at, value }) => [indexOf(at, everyMs), value]));
  const last = Math.max(...byIndex.keys());
  const samples: RawSample[] = [];
  for (const { index, at } of slots) {
    const value = byIndex.get(index) ?? samples.at(-1)?.value;
    if (value !== undefined && index <= last) {
      samples.push({ at, value });
    }
  }
  return samples;
}
