import { DAY, HOUR } from '../base/Duration';
import { fleetSummary } from '../capacity/fleetSummary';
import { FLEET, rows } from '../capacity/fleet.fixture';
import { benchmark, NO_BENCHMARK, NOW, peak } from '../capacity/serviceFacts.fixture';
import { buildReport } from './buildReport';
import { keyed, now, ready, then, WEEK } from './report.fixture';

const fleet = rows(FLEET);
const names = (lines: ReadonlyArray<{ readonly facts: { readonly service: { readonly name: string } } }>) => lines.map(({ facts }) => facts.service.name);

describe('buildReport', () => {
  it('has nothing to say of an empty fleet', () => {
    expect(buildReport([], new Map(), WEEK)).toMatchObject({
      summary: { services: 0, instancesToAdd: 0 },
      owners: [],
      changes: [],
      short: [],
      giveBack: [],
      oldBenchmarks: [],
      newAths: [],
      actions: [],
      notCompared: [],
    });
  });

  it('has the figures of the fleet page', () => {
    const report = buildReport(fleet, new Map(), WEEK);
    expect(report.summary).toEqual(fleetSummary(fleet, NOW));
    expect(report.short.reduce((sum, { add }) => sum + add, 0)).toBe(report.summary.instancesToAdd);
    expect(report.giveBack.reduce((sum, { instances }) => sum + instances, 0)).toBe(report.summary.instancesToGiveBack);
  });

  it('lists who is short, worst first within a tier', () => {
    const { short } = buildReport(fleet, new Map(), WEEK);
    expect(short.map(({ facts, add, atLeast }) => [facts.service.name, add, atLeast])).toEqual([
      ['short by much', 17, false],
      ['short by little', 2, false],
      ['low tier short', 10, false],
    ]);
  });

  it('lists what to give back, dearest first and without a price last', () => {
    const { giveBack } = buildReport(fleet, new Map(), WEEK);
    expect(giveBack.map(({ facts, pricePerMonth }) => [facts.service.name, pricePerMonth])).toEqual([
      ['idle', 89 * 730],
      ['unpriced', null],
    ]);
  });

  it('lists benchmarks that are old or of another version, oldest first, estimates not at all', () => {
    const { oldBenchmarks } = buildReport(
      [
        now({ benchmark: benchmark(260, { at: NOW - 91 * DAY }) }, 'three months'),
        now({ benchmark: benchmark(260, { at: NOW - 200 * DAY }) }, 'older'),
        now({ benchmark: benchmark(260, { at: NOW - 3 * DAY, version: 'v0' }) }, 'other version'),
        now({ benchmark: benchmark(260, { at: NOW - 2 * DAY, spec: 'small' }), specs: new Map([['large', 48]]) }, 'other spec'),
        now({ benchmark: benchmark(260, { at: NOW - 90 * DAY }) }, 'just young enough'),
        now({ benchmark: benchmark(260, { origin: 'estimated', at: NOW - 200 * DAY }) }, 'estimated'),
        now({ benchmark: NO_BENCHMARK }, 'none'),
      ],
      new Map(),
      WEEK
    );
    expect(names(oldBenchmarks)).toEqual(['older', 'three months', 'other version', 'other spec']);
  });

  it('sorts what to do: critical, warnings, what is not known, tests, giving back', () => {
    const { actions } = buildReport([...fleet, now({ benchmark: benchmark(300, { at: NOW - 100 * DAY }) }, 'old')], new Map(), WEEK);
    expect(actions.map(({ kind, facts }) => [kind, facts.service.name])).toEqual([
      ['add', 'short by much'],
      ['add', 'short by little'],
      ['spread', 'uneven'],
      ['add', 'low tier short'],
      ['restore', 'stale'],
      ['learn', 'unknown'],
      ['retest', 'old'],
      ['give-back', 'idle'],
      ['give-back', 'unpriced'],
    ]);
  });

  it('asks for both where a silent service was short', () => {
    const { actions } = buildReport([now({ ...ready(10), lastSeen: NOW - HOUR })], new Map(), WEEK);
    expect(actions.map(({ kind }) => kind)).toEqual(['add', 'restore']);
  });

  it('says "at least" where a limit is missing', () => {
    const censored = peak(4100, { censored: true });
    expect(buildReport([now({ ...ready(10), ath: censored })], new Map(), WEEK).short).toMatchObject([{ add: 17, atLeast: true, required: 47, deployed: 30 }]);
  });

  it('counts why services could not be compared, most first', () => {
    const { notCompared, changes } = buildReport(
      [now({}, 'a'), now({}, 'b'), now({}, 'c'), now({}, 'd'), now({}, 'e')],
      keyed(['a', { kind: 'unknown', reason: 'no hours' }], ['b', then({}, 'b')], ['c', { kind: 'unknown', reason: 'no days' }], ['d', { kind: 'unknown', reason: 'no days' }], ['e', { kind: 'new' }]),
      WEEK
    );
    expect(notCompared).toEqual([
      { reason: 'no days', services: 2 },
      { reason: 'no hours', services: 1 },
    ]);
    expect(names(changes)).toEqual(['e']);
  });

  it('does not take a service that nobody looked at for an unchanged one', () => {
    expect(buildReport([now()], new Map(), WEEK).notCompared).toEqual([{ reason: 'nobody has looked yet', services: 1 }]);
  });

  it('names a service that is gone: history keeps it in the fleet, silent', () => {
    const lastSeen = NOW - 3 * DAY;
    const { changes } = buildReport([now({}, 'here'), now({ lastSeen }, 'left')], keyed(['here', then({}, 'here')], ['left', then({}, 'left')]), WEEK);
    expect(changes).toMatchObject([{ facts: { service: { name: 'left' } }, changes: [{ kind: 'gone', lastSeen }] }]);
  });

  it('lists new all-time highs, newest first', () => {
    const ath = (days: number) => ({ ath: peak(4100, { at: NOW - days * DAY, span: DAY }) });
    const { newAths } = buildReport([now(ath(3), 'wed'), now(ath(1), 'fri'), now({}, 'old')], new Map(), WEEK);
    expect(names(newAths)).toEqual(['fri', 'wed']);
  });

  it('has a line for each owner, who must add most first, nobody last', () => {
    const { owners } = buildReport(
      [now({ owner: 'calm' }, 'a'), now({ owner: null }, 'b'), now({ owner: 'short', ...ready(10) }, 'c'), now({ owner: 'rich', tier: 'P1', ...ready(40) }, 'd')],
      new Map(),
      WEEK
    );
    expect(owners.map(({ owner, summary }) => [owner, summary.services])).toEqual([
      ['short', 1],
      ['rich', 1],
      ['calm', 1],
      [null, 1],
    ]);
  });

  it('has no lines of owners where nobody owns anything', () => {
    expect(buildReport([now({ owner: null }, 'a'), now({ owner: null }, 'b')], new Map(), WEEK).owners).toEqual([]);
  });
});
