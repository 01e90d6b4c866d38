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
  return [...notices.values(), ...inPart(all), ...slowSources(all, notices), ...coarseScrapes(all)];
}

/** Answers of now that leave something out, one notice a data source; a history in part is among its failures. */
function inPart(all: readonly ProfileReadings[]): readonly Notice[] {
  const parts = new Map<string, Notice>();
  for (const { source, now } of all) {
    const left = [...now.values()].map((s) => (s.state === 'read' ? s.answer.inPart : undefined)).find((part) => part !== undefined);
    if (left && !parts.has(source.sourceUid)) {
      parts.set(source.sourceUid, {
        id: `${source.sourceUid} in part`,
        severity: 'warning',
        title: `${source.sourceName} answered in part`,
        detail: left.message,
        next: 'Instances and demand are at least what is shown, and nobody is called short by them. This goes away with the next whole answer.',
        expr: left.expr,
      });
    }
  }
  return [...parts.values()];
}

/** A history that goes on in smaller pieces after a timeout; where a question has given up, that is said instead. */
function slowSources(all: readonly ProfileReadings[], failed: ReadonlyMap<string, Notice>): readonly Notice[] {
  const slow = new Map<string, Notice>();
  for (const { source, history } of all) {
    const slowed = [...history.values()].find((s) => s.state === 'read' && s.answer.view.slowed !== null);
    const failure = slowed?.state === 'read' ? slowed.answer.view.slowed : null;
    if (failure && !failed.has(`${source.sourceUid} ${failure.kind}`)) {
      slow.set(source.sourceUid, {
        id: `${source.sourceUid} slow`,
        severity: 'info',
        title: `${source.sourceName} is slow`,
        detail: failure.message,
        next: 'Reading on in smaller pieces. What was read before stands; this goes away with the next answer.',
        expr: failure.expr,
      });
    }
  }
  return [...slow.values()];
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
