import { guardMetrics, guardSignals } from './guardSignals';
import { isLabelName, isMetricName } from './PrometheusName';

describe('the catalogue of resources that a process tells of', () => {
  it('names each row once, by what may stand in the name of a signal', () => {
    const ids = guardSignals.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[a-z][a-z0-9-]*$/.test(id))).toEqual([]);
  });

  it('names metrics and labels that PromQL takes', () => {
    expect(guardMetrics.filter((name) => !isMetricName(name))).toEqual([]);
    expect(guardSignals.filter(({ each }) => each !== undefined && !isLabelName(each))).toEqual([]);
  });

  it.each(['gc', 'threads', 'pools', 'files', 'event-loop', 'heap'] as const)('knows a family for %s', (resource) => {
    expect(guardSignals.some((row) => row.resource === resource)).toBe(true);
  });

  it('counts time as a counter over a fixed capacity: a share of a window', () => {
    expect(guardSignals.filter(({ resource, measure, capacity }) => resource === 'gc' && (measure !== 'counter' || capacity.kind !== 'fixed'))).toEqual([]);
  });
});
