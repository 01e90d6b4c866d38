import { known, unknown } from '../base/Figure';
import { boundedByFlow } from './boundedByFlow';
import { refuseEstimate, type CpuEstimate } from './CpuEstimate';
import { linearRegression } from '../stats/linearRegression';

const line = linearRegression([10, 20, 30, 40], [0.1, 0.2, 0.3, 0.4]);
const fit = line.ok ? line.value : null;
// 0.01 core-seconds a request, 1.6 cores: CPU is full at 160 requests/s.
const estimate = {
  kind: 'estimate',
  benchmark: { origin: 'estimated', low: 150, high: null, at: 0, by: null, version: null, spec: null, note: null, evidence: { origins: [] } },
  quality: 'estimated',
  fit,
  used: [],
  cpuLimit: 1.6,
  lines: [],
} as unknown as CpuEstimate;
const used = (resource: string, share: number) => ({ resource, use: known(share, 'share', 'measured', { origins: [] }) });
const demand = known(200, 'reqps', 'measured', { origins: [] });
const instances = known(4, 'instances', 'measured', { origins: [] });

it('is an upper bound when a pool will be full first, by its use now', () => {
  // 50 % at 50 requests/s an instance: 80 % at 80.
  const bounded = boundedByFlow(estimate, demand, instances, [used('connections', 0.5)]);
  expect(bounded).toMatchObject({
    benchmark: { upperBoundOnly: true, note: 'connections are at 50 % of their limit at 50 requests/s an instance, so 80 % is reached at 80 at the latest, before CPU at 160' },
  });
});

it('names the resource that is full first', () => {
  expect(boundedByFlow(estimate, demand, instances, [used('connections', 0.5), used('threads', 0.7)])).toMatchObject({ benchmark: { note: expect.stringMatching(/^threads/) } });
});

it.each([
  ['CPU is full before it', [used('connections', 0.25)]],
  ['use is too small to tell', [used('connections', 0.29)]],
  ['the resource does not grow with demand', [used('heap', 0.7), used('file-descriptors', 0.7)]],
  ['the use is not known', [{ resource: 'connections', use: unknown('share', 'no sample') }]],
])('stays as it is when %s', (_, saturation) => {
  expect(boundedByFlow(estimate, demand, instances, saturation)).toBe(estimate);
});

it.each([
  ['no demand is known', unknown('reqps', 'no sample'), instances],
  ['there is no demand', known(0, 'reqps', 'measured', { origins: [] }), instances],
  ['instances are not known', demand, unknown('instances', 'no sample')],
])('stays as it is when %s', (_, rate, count) => {
  expect(boundedByFlow(estimate, rate, count, [used('connections', 0.7)])).toBe(estimate);
});

it('leaves a refusal a refusal', () => {
  const refused = refuseEstimate('no-cores', 'x', 'y');
  expect(boundedByFlow(refused, demand, instances, [used('connections', 0.7)])).toBe(refused);
});
