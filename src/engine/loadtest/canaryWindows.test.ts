import type { JudgeWindow } from '../../domain/canary/Judge';
import type { SubjectSamples } from '../../domain/guards/SubjectSamples';
import { plan } from '../../domain/ramp/run.fixture';
import { canaryWindows, queriesOf } from './canaryWindows';

const reading = { demand: 1, requests: 1, errors: 0, values: { latency: 0.1 } };
const window = (to: number, peers: number): JudgeWindow => ({ from: to - 20_000, to, target: reading, peers: Array.from({ length: peers }, () => reading) });
const subject = (name: string, role: SubjectSamples['role']): SubjectSamples => ({ subject: name, role, series: {}, buckets: [] });
const subjects = [subject('b', 'peer'), subject('a', 'target'), subject('c', 'peer'), subject('db', 'dependency')];
const read = new Map([['mine', new Map([['a', new Map([[20_000, 1]])], ['b', new Map([[20_000, 2]])], ['c', new Map([[20_000, 3]])]])]]);

it('gives each member its own value at the end of its window, beside what is measured', () => {
  const [first] = canaryWindows([window(20_000.2, 2)], subjects, null, read);
  expect([first?.target.values, first?.peers.map(({ values }) => values.mine)]).toEqual([{ latency: 0.1, mine: 1 }, [2, 3]]);
});

it('knows the other version alone as the peer of a comparison', () => {
  const [first] = canaryWindows([window(20_000, 1)], subjects, 'c', read);
  expect(first?.peers.map(({ values }) => values.mine)).toEqual([3]);
});

it('leaves missing what was not read', () => {
  const [first] = canaryWindows([window(40_000, 2)], subjects, null, read);
  expect([first?.target.values.mine, ...(first?.peers ?? []).map(({ values }) => values.mine)]).toEqual([NaN, NaN, NaN]);
});

it.each([
  ['a plan with the default judge', plan(), []],
  ['a configuration that cannot be read', { ...plan(), judge: { kind: 'aca' as const, config: '{', pass: 95, marginal: 75 } }, []],
  ['a configuration with queries', { ...plan(), judge: { kind: 'aca' as const, config: JSON.stringify({ metrics: [{ name: 'latency' }, { name: 'mine', query: { metricName: 'up' } }] }), pass: 95, marginal: 75 } }, ['mine']],
])('asks what is needed: %s', (_name, of, names) => expect([...queriesOf(of).keys()]).toEqual(names));
