import { DAY } from '../../domain/base/Duration';
import { err, ok } from '../../domain/base/Result';
import { defaultSettings } from '../../domain/catalogue/defaultSettings';
import { traitsResolver } from '../../domain/catalogue/resolveTraits';
import { isAbortError } from '../../ports/AbortError';
import type { AthVoid, PublishedAth } from '../../ports/AthStore';
import { JumpClock } from '../queries/testing/JumpClock';
import { FactsAssembler } from './FactsAssembler';
import { publishAths } from './publishAths';
import { servicesOf } from './servicesOf';
import { historyState, NOW, readingsOf, TODAY_ENDS } from './testing/readingsOf';

type News = Omit<PublishedAth, 'id'>;

const SERVICES = 180;
const MIDDLE_DAY = TODAY_ENDS - 3 * DAY;
/** Greatest on the third day back, at start of day MIDDLE_DAY. */
const readings = readingsOf({}, {
  'daily-peak': historyState('daily-peak', {
    step: DAY,
    end: TODAY_ENDS,
    rows: Array.from({ length: SERVICES }, (_, i) => [{ namespace: 'shop', service: `s${i}` }, [80, 100 + i, 70, 60]] as const),
  }),
});
const keys = servicesOf(readings).map(({ service }) => service.key);
const settings = { ...defaultSettings(), rules: [{ id: 'p0', match: { service: 's9' }, traits: { tier: 'P0' as const } }] };

const published = (over: Partial<PublishedAth> = {}): PublishedAth => ({
  id: 'x', service: keys[0] ?? '', value: 100, at: MIDDLE_DAY, window: 300_000, step: DAY, censored: false, by: 'other', ...over,
});

interface Visit {
  /** Published when the visit began. */
  readonly known?: readonly PublishedAth[];
  /** Published by now; null: cannot be read. */
  readonly latest?: readonly PublishedAth[] | null;
  readonly voids?: readonly AthVoid[];
  readonly mayWrite?: boolean;
  readonly refusedAfter?: number;
  readonly leaveAfter?: number;
}

async function visit({ known = [], latest = known, voids = [], mayWrite = true, refusedAfter = Infinity, leaveAfter = Infinity }: Visit = {}) {
  const written: News[] = [];
  const leaving = new AbortController();
  let [inFlight, most] = [0, 0];
  const publish = async (ath: News) => {
    most = Math.max(most, ++inFlight);
    await new Promise((resolve) => setImmediate(resolve));
    inFlight--;
    if (written.length >= refusedAfter) {
      return err({ kind: 'forbidden' as const, message: 'no' });
    }
    written.push(ath);
    if (written.length >= leaveAfter) {
      leaving.abort();
    }
    return ok({ ...ath, id: String(written.length) });
  };
  const byService = <T extends { service: string }>(records: readonly T[]) => new Map(keys.map((key) => [key, records.filter((r) => r.service === key)]));
  const context = { settings, traitsOf: traitsResolver(settings), benchmarks: new Map(), aths: byService(known), voids: byService(voids), now: NOW };
  const aths = { publish, list: async () => (latest ? ok({ aths: latest, voids, unreadable: 0 }) : err({ kind: 'unreachable' as const, message: 'no' })), void: async (v: Omit<AthVoid, 'id'>) => ok({ ...v, id: '1' }) };
  const identity = { login: 'ed', orgId: 1, storeScope: 't', maySaveSettings: false, mayDeclareBenchmarks: mayWrite, mayExplore: true, mayRunTests: true, mayAdminTests: false };
  const ended = await publishAths({ aths, clock: new JumpClock(NOW), identity }, [readings], new FactsAssembler(), context, leaving.signal).then(
    () => 'done',
    (reason) => (isAbortError(reason) ? 'cancelled' : Promise.reject(reason))
  );
  return { written, most, ended };
}

describe('publishing all-time highs', () => {
  it('makes all of them known in one visit, the highest tier first, two at a time', async () => {
    const { written, most } = await visit();
    expect(new Set(written.map((a) => a.service)).size).toBe(SERVICES);
    expect(written).toHaveLength(SERVICES);
    expect(written[0]?.service).toContain('s9');
    expect(most).toBe(2);
    expect(written.find((a) => a.service === keys[0])).toEqual({ service: keys[0], value: 100, at: MIDDLE_DAY, window: 300_000, step: DAY, censored: false, by: 'ed' });
  });

  it('has nothing left to say on the next visit', async () => {
    const { written } = await visit();
    const next = await visit({ known: written.map((a, i) => ({ ...a, id: String(i) })) });
    expect(next.written).toEqual([]);
  });

  it.each<[string, Visit, number]>([
    ['a rise within the noise of re-reading', { known: [published({ value: 99.95 })] }, SERVICES - 1],
    ['a real rise', { known: [published({ value: 90 })] }, SERVICES],
    ['a published one of another window', { known: [published({ window: 60_000, value: 500 })] }, SERVICES],
    ['a greater one that was voided', { known: [published({ value: 500, at: MIDDLE_DAY - 9 * DAY })], voids: [{ id: 'v', service: keys[0] ?? '', at: MIDDLE_DAY - 9 * DAY, reason: 'a load test', by: 'ed' }] }, SERVICES],
    ['one that another tab has published meanwhile', { latest: [published()] }, SERVICES - 1],
    ['nobody can tell what was published', { latest: null }, 0],
    ['a user who may not write', { mayWrite: false }, 0],
  ])('%s', async (_name, how, count) => {
    expect((await visit(how)).written).toHaveLength(count);
  });

  it('stops at the first refusal, but for what is on its way', async () => {
    const { written, ended } = await visit({ refusedAfter: 5 });
    expect(written).toHaveLength(5);
    expect(ended).toBe('done');
  });

  it('stops when the visit ends', async () => {
    const { written, ended } = await visit({ leaveAfter: 7 });
    expect(written.length).toBeLessThanOrEqual(8);
    expect(ended).toBe('cancelled');
  });
});
