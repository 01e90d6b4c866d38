import type { AthPeak, PeakVoid } from './AthPeak';
import type { Outranked } from './outrank';
import { writeNumber } from './writeNumber';

export interface AthStory extends Pick<Outranked, 'outranked'> {
  readonly peak: AthPeak;
  readonly verifiable: boolean;
  readonly pending: readonly AthPeak[];
  readonly voided: readonly PeakVoid[];
}

/** Why this is the all-time high, in words, for the evidence: two users never see different ones without being told why. */
export function athNotes({ peak, verifiable, pending, voided, outranked }: AthStory): string[] {
  const notes = [originNote(peak)];
  if (!verifiable) {
    notes.push('the all-time high is no longer verifiable: it is older than the oldest data kept');
  }
  if (peak.censored) {
    notes.push('the all-time high was reached while the service was failing: true demand was at least this');
  }
  for (const p of pending) {
    notes.push(`${rate(p.value)} is more than three times the ATH and waits for a second view`);
  }
  for (const v of voided) {
    notes.push(`a peak was voided by ${v.by}: ${v.reason}`);
  }
  const most = outranked.reduce<Outranked['outranked'][number] | null>(
    (a, b) => (a === null || b.peak.value > a.peak.value ? b : a),
    null
  );
  if (most && most.peak.value > peak.value) {
    notes.push(
      `${rate(most.peak.value)} (${most.peak.origin}) does not count: the recorded series holds ${rate(most.recorded)} for that day`
    );
  }
  return notes;
}

function originNote(peak: AthPeak): string {
  switch (peak.origin) {
    case 'recorded':
      return 'the all-time high comes from a recorded series';
    case 'published':
      return `the all-time high was published by ${peak.source}`;
    case 'local':
      return 'the all-time high was read by this browser';
  }
}

const rate = (value: number): string => `${writeNumber(value)} requests/s`;
