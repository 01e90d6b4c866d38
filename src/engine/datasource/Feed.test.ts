import { lastValueFrom, ReplaySubject, toArray } from 'rxjs';
import { HOUR, MINUTE, SECOND } from '../../domain/base/Duration';
import { err, ok, type Result } from '../../domain/base/Result';
import { facts, NOW } from '../../domain/capacity/serviceFacts.fixture';
import { AbortError } from '../../ports/AbortError';
import type { AppProblem } from '../../ports/AppStatus';
import type { StoreProblem } from '../../ports/BenchmarkStore';
import type { FleetState } from '../fleet/FleetState';
import { Feed, type FeedPorts } from './Feed';
import type { FeedAnswer, FeedRefusal, FeedRequest } from './FeedAnswer';
import type { LoadTestList, LoadTestRecord } from './LoadTestLog';
import { EVERYTHING } from './Selection';
import { HALF_READ, stateOf } from './testing/stateOf';

const REQUEST: FeedRequest = {
  selection: EVERYTHING,
  range: { from: NOW - 6 * HOUR, to: NOW },
  curves: [],
  until: 'figures',
  loadTests: false,
};

/** A clock whose sleepers wake when a test says so. */
function bench() {
  let now = NOW;
  const wakes: Array<() => void> = [];
  const states = new ReplaySubject<FleetState>(1);
  const calls: string[] = [];
  const world = {
    app: ok(null) as Result<null, AppProblem>,
    revision: 'one',
    tests: ok({ tests: [], unreadable: 0 }) as Result<LoadTestList, StoreProblem>,
    appAsked: 0,
  };
  const refuse = () => Promise.reject(new Error('not part of these tests'));
  const ports: FeedPorts = {
    clock: {
      now: () => now,
      sleep: (_, signal) =>
        new Promise((resolve, reject) => {
          wakes.push(resolve);
          signal?.addEventListener('abort', () => reject(new AbortError()));
        }),
    },
    app: {
      check: async () => {
        world.appAsked++;
        return world.app;
      },
    },
    loadTests: { list: async () => world.tests },
    settings: {
      load: async () => ok({ settings: null, revision: world.revision, bytes: 0, migrated: null }),
      save: refuse,
    },
    benchmarks: { list: async () => ok({ benchmarks: [], unreadable: 0 }), declare: refuse, withdraw: refuse },
    aths: { list: async () => ok({ aths: [], voids: [], unreadable: 0 }), publish: refuse, void: refuse },
  };
  const fleet = {
    state: () => states,
    readAgain: () => void calls.push('read again'),
    reload: () => void calls.push('reload'),
  };
  const layer = { now: refuse, range: refuse, tryAgain: () => undefined, history: () => states as never, stats: states as never };
  return {
    feed: new Feed(ports, fleet, layer),
    states,
    calls,
    world,
    wakeAll: () => wakes.splice(0).forEach((wake) => wake()),
    pass: (ms: number) => (now += ms),
  };
}

const all = (b: ReturnType<typeof bench>, change: Partial<FeedRequest> = {}) =>
  lastValueFrom(b.feed.watch({ ...REQUEST, ...change }).pipe(toArray()));
const turns = () => new Promise((resolve) => setImmediate(resolve));
const refusal = (answers: ReadonlyArray<FeedAnswer | FeedRefusal>) => {
  const last = answers.at(-1);
  return last && 'refused' in last ? last.refused : null;
};
const read = (answer: FeedAnswer | FeedRefusal | undefined): FeedAnswer => {
  if (!answer || 'refused' in answer) {
    throw new Error(`no answer: ${answer ? answer.refused : 'nothing came'}`);
  }
  return answer;
};

describe('a question to the feed', () => {
  it('is answered at once, and once, from a fleet that is whole', async () => {
    const b = bench();
    b.states.next(stateOf([facts()]));
    const answers = await all(b);
    expect(answers).toHaveLength(1);
    expect(read(answers[0])).toMatchObject({
      done: true,
      share: 1,
      rows: [{ facts: { service: { name: 'cart' } } }],
      notices: [],
    });
  });

  it('shows what is known while history is read, and completes when it is', async () => {
    const b = bench();
    b.states.next(stateOf([facts()], { view: { progress: HALF_READ } }));
    const answers = all(b);
    await turns();
    b.states.next(stateOf([facts()]));
    expect((await answers).map((a) => [read(a).share, read(a).done])).toEqual([
      [0.5, false],
      [1, true],
    ]);
  });

  it('completes with what is known when patience is over, a first fill still going on', async () => {
    const b = bench();
    b.states.next(stateOf([facts()], { view: { progress: HALF_READ } }));
    const answers = all(b);
    await turns();
    b.wakeAll();
    expect(read((await answers).at(-1))).toMatchObject({ done: true, share: 0.5 });
  });

  it('says so when nothing at all answered in time', async () => {
    const b = bench();
    const answers = all(b);
    await turns();
    b.wakeAll();
    expect(refusal(await answers)).toMatch(/Neither Grafana nor the data source answered within 9 s/);
  });

  it('does not wait for history when only names are asked for', async () => {
    const b = bench();
    b.states.next(stateOf([facts()], { view: { progress: HALF_READ } }));
    expect(await all(b, { until: 'names' })).toMatchObject([{ done: true, share: 0.5 }]);
  });

  it('is refused, with the way out, when the app is not enabled', async () => {
    const b = bench();
    b.world.app = err({ kind: 'disabled', message: 'The app is not enabled: ask an Admin.' });
    b.states.next(stateOf([facts()]));
    expect(refusal(await all(b))).toBe('The app is not enabled: ask an Admin.');
  });

  it('asks about the app once for all panels, and again after a refusal', async () => {
    const b = bench();
    b.states.next(stateOf([facts()]));
    await Promise.all([all(b), all(b), all(b)]);
    expect(b.world.appAsked).toBe(1);
    b.pass(2 * MINUTE);
    b.world.app = err({ kind: 'disabled', message: 'no' });
    await all(b);
    await all(b);
    expect(b.world.appAsked).toBe(3);
  });

  it('names the gravest notice when there is no service at all', async () => {
    const b = bench();
    const notice = {
      id: 'x',
      severity: 'error' as const,
      title: 'Data source p is not there',
      detail: 'You may not query it.',
      next: 'Ask an Admin.',
    };
    b.states.next(stateOf([], { view: { notices: [{ ...notice, severity: 'warning', title: 'other' }, notice] } }));
    expect(refusal(await all(b))).toBe('Data source p is not there. You may not query it. Ask an Admin.');
  });

  it.each([
    [
      'is refused when all named services are unknown',
      ['crat', 'a', 'b', 'c', 'd', 'e', 'f'],
      /^Not among the services you may see: crat, a, b, c, d and 2 more\./,
    ],
    ['is refused when the only one was deleted', ['gone'], /gone\. Choose another one/],
  ])('%s', async (_, services, message) => {
    const b = bench();
    b.states.next(stateOf([facts()]));
    expect(refusal(await all(b, { selection: { ...EVERYTHING, services } }))).toMatch(message);
  });

  it('names an unknown service beside the known ones', async () => {
    const b = bench();
    b.states.next(stateOf([facts()]));
    const answer = read((await all(b, { selection: { ...EVERYTHING, services: ['cart', 'crat'] } })).at(-1));
    expect(answer.rows).toHaveLength(1);
    expect(answer.notices).toMatchObject([{ severity: 'error', title: 'Not among the services you may see: crat.' }]);
  });

  it('does not call a service unknown before history was read', async () => {
    const b = bench();
    b.states.next(stateOf([facts()], { view: { progress: HALF_READ } }));
    const answers = all(b, { selection: { ...EVERYTHING, services: ['late'] } });
    await turns();
    b.states.next(stateOf([facts(), facts({ service: { ...facts().service, key: 'late', name: 'late' } })]));
    const [first, last] = await answers;
    expect(read(first)).toMatchObject({ rows: [], notices: [] });
    expect(read(last).rows).toHaveLength(1);
  });

  it.each([
    ['a range in the future', { from: NOW + HOUR, to: NOW + 2 * HOUR }, 'This time range lies in the future'],
    ['a range longer than history is kept', { from: NOW - 4000 * HOUR, to: NOW }, 'Headroom reads 90 days of history'],
  ])('speaks of %s', async (_, range, title) => {
    const b = bench();
    b.states.next(stateOf([facts()]));
    expect(read((await all(b, { range })).at(-1)).notices.map((n) => n.title)).toEqual([title]);
  });

  it('reads an old picture again before it answers', async () => {
    const b = bench();
    b.states.next(stateOf([facts()], { view: { readAt: NOW - 10 * MINUTE } }));
    const answers = all(b);
    await turns();
    expect(b.calls).toEqual(['read again']);
    b.states.next(stateOf([facts()]));
    expect((await answers).map((a) => read(a).done)).toEqual([false, true]);
  });

  it('answers with an old picture when the source gives no newer one', async () => {
    const b = bench();
    const old = { view: { readAt: NOW - 10 * MINUTE } };
    b.states.next(stateOf([facts()], old));
    const answers = all(b);
    await turns();
    b.pass(3 * SECOND);
    b.states.next(stateOf([facts()], { ...old, context: { now: NOW + 3 * SECOND } }));
    expect(read((await answers).at(-1)).done).toBe(true);
  });

  it('reads settings and records again when somebody changed them, and answers from that', async () => {
    const b = bench();
    b.states.next(stateOf([facts()]));
    await all(b);
    await turns();
    b.pass(2 * MINUTE);
    b.world.revision = 'two';
    b.states.next(stateOf([facts()], { view: { readAt: NOW + 2 * MINUTE } }));
    await all(b);
    await turns();
    expect(b.calls).toEqual(['reload']);
  });

  it('brings load tests, or says why it cannot', async () => {
    const b = bench();
    b.states.next(stateOf([facts()]));
    const record: LoadTestRecord = {
      id: '1',
      service: 'k',
      run: null,
      target: null,
      startedAt: NOW,
      endedAt: null,
      lastSeenAt: NOW,
      outcome: 'measured',
      detail: null,
      maxShare: null,
      safeLimit: 5,
      version: null,
      by: null,
    };
    b.world.tests = ok({ tests: [record], unreadable: 0 });
    expect(read((await all(b, { loadTests: true })).at(-1)).loadTests).toEqual([record]);
    b.world.tests = err({ kind: 'forbidden', message: 'Your role may not read.' });
    expect(read((await all(b, { loadTests: true })).at(-1)).notices).toMatchObject([
      { title: 'Load tests could not be read', detail: 'Your role may not read.' },
    ]);
    b.world.tests = ok({ tests: [record], unreadable: 3 });
    const partly = read((await all(b, { loadTests: true })).at(-1));
    expect(partly.loadTests).toEqual([record]);
    expect(partly.notices).toMatchObject([{ title: '3 records of load tests could not be read' }]);
  });

  it('stops, without a failure, when nobody waits any more', async () => {
    const b = bench();
    const seen: unknown[] = [];
    b.feed
      .watch(REQUEST)
      .subscribe({ error: (e) => seen.push(e) })
      .unsubscribe();
    await turns();
    b.states.next(stateOf([facts()]));
    await turns();
    expect(seen).toEqual([]);
    expect(b.states.observed).toBe(false);
  });
});
