import { formatDuration } from '../../domain/base/Duration';
import type { QueryFailure } from '../../ports/Metrics';
import type { Notice } from '../Notice';
import type { KpiState } from './KpiState';
import type { ProfileReadings } from './ProfileReadings';

/** What went wrong while reading, one notice per data source and kind of failure, each naming a query. */
export function readingNotices(all: readonly ProfileReadings[]): readonly Notice[] {
  const notices = new Map<string, Notice>();
  for (const r of all) {
    for (const failure of failuresOf(r)) {
      const id = `${r.source.sourceUid} ${failure.kind}`;
      if (!notices.has(id)) {
        notices.set(id, {
          id,
          severity: 'warning',
          title: `${r.source.sourceName}: a query failed`,
          detail: failure.message,
          next: 'What was read before stands and is marked stale. Refresh to read again.',
          expr: failure.expr,
        });
      }
    }
  }
  return [...notices.values(), ...coarseScrapes(all)];
}

function failuresOf(r: ProfileReadings): readonly QueryFailure[] {
  const failed = (s: KpiState<unknown>): readonly QueryFailure[] => (s.state === 'failed' ? [s.failure] : []);
  return [
    ...[...r.now.values()].flatMap((s) => (s.state === 'read' && s.answer.failure ? [s.answer.failure] : failed(s))),
    ...[...r.history.values()].flatMap((s) => (s.state === 'read' ? s.answer.view.failures : failed(s))),
  ];
}

/** Above this the five-minute windows of the product have to be widened. */
const COARSE = 75_000;

function coarseScrapes(all: readonly ProfileReadings[]): readonly Notice[] {
  return all
    .filter((r) => r.source.context.scrapeInterval > COARSE)
    .map((r) => ({
      id: `${r.source.sourceUid} ${r.source.context.profile.id} scrape`,
      severity: 'info' as const,
      title: `${r.source.sourceName} is scraped every ${formatDuration(r.source.context.scrapeInterval)}`,
      detail: 'Peaks are of windows of at least four scrapes, so they are wider than five minutes.',
    }));
}
