import type { SubjectSamples } from '../../domain/guards/SubjectSamples';
import type { Signal } from '../../domain/ramp/Signal';

const FRESH_SCRAPES = 2;
/** A sample further ahead of the keeper than this says that the clocks are apart: its age is not known, and so it is not fresh. */
const AHEAD = 1_000;

export interface EvidenceAge {
  /** Oldest of the newest samples; null = a required series has none. */
  readonly at: number | null;
  readonly missing: readonly string[];
}

/** How fresh what is required is: every series of the target and of each peer. @param now keeper's clock */
export function evidenceOf(subjects: readonly SubjectSamples[], required: readonly Signal[], members: readonly string[], now: number, scrapeMs: number): EvidenceAge {
  const missing: string[] = [];
  let oldest = Infinity;
  for (const member of members) {
    const subject = subjects.find((s) => s.subject === member);
    for (const signal of required) {
      const at = newestOf(subject, signal);
      oldest = Math.min(oldest, at ?? -Infinity);
      if (at === null || now - at > FRESH_SCRAPES * scrapeMs || now - at < -AHEAD) {
        missing.push(`${signal} of ${member}`);
      }
    }
  }
  return { at: Number.isFinite(oldest) ? oldest : null, missing };
}

export function newestOf(subject: SubjectSamples | undefined, signal: string): number | null {
  const series = subject?.series[signal] ?? [];
  const newest = Math.max(...series.map((one) => one.at(-1)?.at ?? -Infinity));
  return Number.isFinite(newest) ? newest : null;
}
