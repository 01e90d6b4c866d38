import { ending, IN, stopGuard } from './machineBench.fixture';
import type { Observation, PoolView } from './Observation';
import { MachineBench } from './run.fixture';

/** A rehearsal whose lease is being left to lapse. */
function lapsing(): MachineBench {
  const bench = IN.rehearsal().accept();
  for (let i = 0; i < 20 && !(bench.state.phase === 'rehearsal' && bench.state.part === 'lapsing'); i++) {
    bench.look();
  }
  return bench;
}

/** The same, and the lease has been seen to be over. */
function lapsed(): MachineBench {
  const bench = lapsing();
  bench.override = null;
  bench.shareBp = 2_000;
  return bench.look();
}

/** Somebody else takes the pool and gives the target twice its usual share. */
function taken(bench: MachineBench): PoolView {
  bench.override = { leaseId: 2, runId: 'other', holder: 'ann', seq: 0, targetBp: 4_000, remainingMs: 20_000, hardRemainingMs: 1e6 };
  bench.shareBp = 4_000;
  return bench.pool();
}

const stops = (bench: MachineBench) => bench.all.filter(({ kind }) => kind === 'stop');
const lastRehearsal = ({ state }: MachineBench) => ('run' in state ? state.run?.rehearsal : null);

describe('a rehearsal whose pool somebody else takes', () => {
  const when: ReadonlyArray<readonly [string, () => MachineBench]> = [
    ['before the end of its lease was seen', lapsing],
    ['after the end of its lease was seen', lapsed],
  ];
  const then: ReadonlyArray<readonly [string, (bench: MachineBench) => void]> = [
    ['is seen', () => undefined],
    ['and our operator presses Stop', (bench) => bench.feed({ kind: 'stop', by: 'ed' })],
    ['and a safety guard fires', (bench) => bench.look(stopGuard('safety'))],
    ['and nothing else happens for longer than anybody waits', (bench) => Array.from({ length: 60 }).forEach(() => bench.look())],
  ];

  it.each(when.flatMap(([at, begin]) => then.map(([what, act]) => [at, what, begin, act] as const)))('%s, %s: theirs is not stopped, and no way back is kept', (_at, _what, begin, act) => {
    const bench = begin();
    taken(bench);
    bench.look();
    act(bench);
    bench.look();
    expect(stops(bench)).toEqual([]);
    expect(ending(bench)).toBe('inconclusive');
    expect(lastRehearsal(bench)).toBeNull();
    expect(bench.state).toMatchObject({ outcome: { missing: expect.stringContaining('ann') } });
  });

  it.each<[string, Partial<Observation>]>([
    ['a safety guard', stopGuard('safety')],
    ['a share above its ceiling', { share: { state: 'above', share: 0.99, requests: 1_000, from: 0, to: 1 } }],
  ])('%s at the very look that shows theirs stops nobody', (_name, over) => {
    const bench = lapsing();
    taken(bench);
    bench.look(over);
    expect(stops(bench)).toEqual([]);
  });
});

describe('a write that was sent while somebody else took the pool', () => {
  it('leaves theirs alone when a person stops, or a guard', () => {
    for (const act of [(bench: MachineBench) => bench.look({}, 1_000).feed({ kind: 'stop', by: 'ed' }), (bench: MachineBench) => bench.look(stopGuard('safety'), 1_000)]) {
      const bench = IN.acquiring();
      taken(bench);
      act(bench);
      expect([bench.phase, stops(bench)]).toEqual(['verifying', []]);
    }
  });
});

describe('the way back of a rehearsal', () => {
  it.each<[string, Partial<PoolView['effective']>]>([
    ['still on its way', { state: 'propagating' }],
    ['not what it was written to be', { state: 'diverged' }],
    ['applied at the share of the rehearsal', { state: 'applied' }],
  ])('is not over while the share is %s, though measured and reported share agree', (_name, effective) => {
    const bench = lapsed();
    for (let i = 0; i < 6; i++) {
      bench.look({ pool: bench.pool({ effective: { targetBp: 1_000, state: 'applied', ...effective } }) });
    }
    expect([bench.phase, lastRehearsal(bench)]).toEqual(['rehearsal', null]);
    expect(lastRehearsal(bench.until('acquiring'))).toMatchObject({ server: 'keeper 1' });
  });
});
