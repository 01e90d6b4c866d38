import type { RawSample } from '../../domain/guards/RawSample';
import type { SubjectSamples } from '../../domain/guards/SubjectSamples';
import { SIGNAL, type Signal } from '../../domain/ramp/Signal';
import type { MemberCounters, RoutingPool } from '../../domain/routing/poolSchema';

interface Look {
  readonly at: number;
  readonly members: ReadonlyMap<string, MemberCounters>;
}

const COUNTERS: ReadonlyArray<readonly [Signal, keyof MemberCounters]> = [
  [SIGNAL.sent, 'sent'],
  [SIGNAL.completed, 'completed'],
  [SIGNAL.retries, 'retries'],
  [SIGNAL.queue, 'queue'],
];
/** Looks kept. */
const KEPT = 5;
const FRESH_SCRAPES = 2;

/** Which of the router's own counters every member of a pool has; none unless what was sent and what came back can be told apart. */
export function routerSignals({ members }: RoutingPool): ReadonlySet<Signal> {
  const known = COUNTERS.filter(([, name]) => members.length > 0 && members.every(({ counters }) => counters?.[name] !== undefined)).map(([signal]) => signal);
  return new Set(known.includes(SIGNAL.sent) && known.includes(SIGNAL.completed) ? known : []);
}

/**
 * The router's own counters as samples of each member, for the guard that sees a hang: an instance that answers nothing
 * counts nothing itself. One look a scrape is kept: what is outstanding at a single moment says little, and more moments would
 * only find more short pauses.
 */
export class RouterSignals {
  private looks: readonly Look[] = [];

  constructor(private readonly scrapeMs: number) {}

  add({ members, serverTime }: RoutingPool): void {
    const last = this.looks.at(-1);
    const look = { at: serverTime, members: new Map(members.map(({ id, counters }) => [id, counters ?? {}])) };
    if (last !== undefined && hasReset(last, look)) {
      // The router was restarted: the contract says so, and nobody knows what was outstanding.
      this.looks = [look];
    } else if (last === undefined || serverTime >= last.at + this.scrapeMs) {
      this.looks = [...this.looks, look].slice(-KEPT);
    }
  }

  /** @param now keeper's clock. @returns null while there are too few looks, or none that is fresh, to say anything */
  onto(subjects: readonly SubjectSamples[], now: number): readonly SubjectSamples[] | null {
    const newest = this.looks.at(-1);
    if (newest === undefined || this.looks.length < 2 || now - newest.at > FRESH_SCRAPES * this.scrapeMs) {
      return null;
    }
    return subjects.map((subject) => ({ ...subject, series: { ...subject.series, ...seriesOf(subject.subject, this.looks) } }));
  }
}

const hasReset = (before: Look, after: Look): boolean => [...after.members].some(([id, { sent }]) => (sent ?? 0) < (before.members.get(id)?.sent ?? 0));

function seriesOf(id: string, looks: readonly Look[]): SubjectSamples['series'] {
  const samples = (name: keyof MemberCounters): readonly RawSample[] =>
    looks.flatMap(({ at, members }) => {
      const value = members.get(id)?.[name];
      return value === undefined ? [] : [{ at, value }];
    });
  return Object.fromEntries(COUNTERS.map(([signal, name]) => [signal, [samples(name)]] as const).filter(([, [one]]) => one !== undefined && one.length > 0));
}
