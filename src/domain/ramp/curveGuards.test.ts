import { evaluateGuard } from '../guards/evaluateGuard';
import type { SubjectSamples } from '../guards/SubjectSamples';
import { curveGuards } from './curveGuards';
import { plan } from './run.fixture';
import { SIGNAL } from './Signal';

const SCRAPE = 5_000;
const COUNT = 20;
const p99Curve = { source: 'run r1', points: [{ demand: 10, value: 0.1 }, { demand: 100, value: 0.1 }] };

/** 40 requests/s, all of which take between the two bounds below `slow`. */
function samples(slow: readonly number[], role: SubjectSamples['role'] = 'target'): SubjectSamples {
  const counter = (perScrape: (i: number) => number) => {
    let value = 0;
    return [Array.from({ length: COUNT }, (_, i) => ({ at: i * SCRAPE, value: (value += perScrape(i)) }))];
  };
  const under = (le: number) => counter((i) => ((slow[i] ?? slow.at(-1) ?? 0) <= le ? 200 : 0));
  return { subject: role, role, series: { [SIGNAL.requests]: counter(() => 200) }, buckets: [0.05, 0.1, 0.15, 0.2, 0.3, Infinity].map((le) => ({ le, series: under(le) })) };
}

const verdicts = (slow: readonly number[], facts: Parameters<typeof curveGuards>[1] = { buckets: true, p99Curve }) =>
  curveGuards(plan(), facts).map(({ spec }) => evaluateGuard(spec, { scrapeMs: SCRAPE, subjects: [samples(slow), samples([0.05], 'peer')] } as never, (COUNT - 1) * SCRAPE).verdict);

describe('p99 over the curve of earlier runs', () => {
  it.each<[string, readonly number[], readonly string[]]>([
    ['as it was', [0.1], ['pass', 'pass']],
    ['not quite half above', [0.1, 0.15], ['pass', 'pass']],
    ['twice', [0.3], ['stop', 'pass']],
  ])('%s', (_name, slow, expected) => expect(verdicts(slow)).toEqual(expected));

  it('must last: a burst of slow requests holds the run and stops it later', () => {
    const since = (scrapes: number) => verdicts(Array.from({ length: COUNT }, (_, i) => (i >= COUNT - scrapes ? 0.3 : 0.05)))[0];
    expect([1, 3].map(since)).toEqual(['hold', 'stop']);
  });

  it('gives the curve the benefit of its own error', () => {
    const unsure = { ...p99Curve, points: p99Curve.points.map((p) => ({ ...p, error: 0.4 })) };
    expect(verdicts([0.2], { buckets: true, p99Curve: unsure })).toEqual(['pass', 'pass']);
    expect(verdicts([0.2])).toEqual(['stop', 'pass']);
  });

  it.each<[string, Parameters<typeof curveGuards>[1], ReturnType<typeof plan>['guards']['p99Seconds']]>([
    ['no earlier run', { buckets: true, p99Curve: null }, 2],
    ['nobody asked', { buckets: true }, 2],
    ['no buckets', { buckets: false, p99Curve }, 2],
    ['the guard on p99 switched off', { buckets: true, p99Curve }, null],
  ])('is none with %s', (_name, facts, p99Seconds) => expect(curveGuards(plan({ guards: { ...plan().guards, p99Seconds } }), facts)).toEqual([]));

  it('ends a run when a peer suffers, and only backs off for the target', () => {
    expect(curveGuards(plan(), { buckets: true, p99Curve }).map(({ spec }) => spec.role)).toEqual(['limit', 'safety']);
    expect(curveGuards(plan({ guards: { ...plan().guards, peers: false } }), { buckets: true, p99Curve })).toHaveLength(1);
  });
});
