import { peakOf } from '../../../domain/base/Series';
import type { LedgerEntryView, ServiceView } from '../../../engine/service/ServiceView';
import { formatDemand } from '../../format/formatDemand';
import { formatUtcDay } from '../../format/formatPeakTime';

type Peaks = Pick<ServiceView['peaks'], 'ath' | 'daily' | 'ledger'>;

/** Rounding of what was published, and of what is read at another step. */
const SAME = 1.005;

/**
 * Says of a published high that the data kept now does not reach it: it counts, and nobody can read it any more.
 * Null for what was not published, what is voided, and while nobody knows how far the data reaches.
 */
export function beyondKept({ origin, voided, value }: LedgerEntryView, daily: Peaks['daily']): string | null {
  const reached = daily === null ? null : (peakOf(daily)?.value ?? null);
  if (origin !== 'published' || voided !== null || reached === null || value <= reached * SAME) {
    return null;
  }
  return `the data kept now reaches only ${formatDemand(reached)}`;
}

/** The same of the all-time high in use, with who published it and when it was reached; null where data supports it. */
export function athBeyondKept({ ath, daily, ledger }: Peaks): string | null {
  const { figure } = ath;
  const entry = figure.known ? ledger.find((e) => e.origin === 'published' && e.value === figure.value) : undefined;
  const words = entry === undefined ? null : beyondKept(entry, daily);
  return entry === undefined || words === null
    ? null
    : `published ${entry.by === null ? '' : `by ${entry.by} `}for ${formatUtcDay(entry.at)}; ${words}`;
}
