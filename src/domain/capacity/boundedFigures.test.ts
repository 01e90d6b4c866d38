import { known, unknown, valueOf, type Figure } from '../base/Figure';
import { fleetSummary } from './fleetSummary';
import { judgeService } from './judgeService';
import { benchmark, facts, judge, measured, NOW, peak } from './serviceFacts.fixture';
import type { ServiceFacts } from './ServiceFacts';

const boundOf = (figure: Figure) => (figure.known ? figure.bound : 'unknown');

/** 48 ready; 200 an instance would need 62, 260 need 47. */
const open = (low: number) => benchmark(low, { high: null });

describe('a load test that met no limit, used alone', () => {
  it('bounds the figures the other way round', () => {
    const verdict = judge({ benchmark: open(200) });
    expect([verdict.capacity, verdict.headroom, verdict.eventMargin, verdict.freeShare, verdict.spare, verdict.headroomAfterLoss].map(boundOf)).toEqual(new Array(6).fill('at least'));
    expect([verdict.required, verdict.utilisation].map(boundOf)).toEqual(['at most', 'at most']);
    expect([verdict.peak, verdict.designDemand].map(boundOf)).toEqual([undefined, undefined]);
  });

  it('proves no shortage: the status is unknown, with the way out', () => {
    const verdict = judge({ benchmark: open(200) });
    expect(verdict.status).toMatchObject({ kind: 'unknown', severity: 'unknown' });
    expect(verdict.status.reasons[0]).toBe(
      `short by ${-(valueOf(verdict.spare) ?? 0)} at most: ${valueOf(verdict.required)} required, 48 deployed; an instance carries at least 200 requests/s, its load test met no limit; next: run a load test that finds the limit`
    );
    expect(verdict.shortBy).toBe(0);
  });

  it('can show that all is well, and says what it is', () => {
    const verdict = judge({ benchmark: open(260) });
    expect(verdict.status).toMatchObject({ kind: 'ok', reasons: ['holds: 47 required, 1 spare', expect.stringContaining('"at least"')] });
  });

  it('leaves a shortage proven by another limit proven', () => {
    // 6642 × 0.02 / (2 × 0.85) = 78.1 → 79 survivors of 3 zones → 119.
    const verdict = judge({ benchmark: open(90), coresPerInstance: 2, cpuPerRequest: measured(0.02, 'core-seconds/request') });
    expect(verdict.status.reasons[0]).toBe('short by 71 at least, by the limits that are known: 119 required, 48 deployed');
    expect(verdict).toMatchObject({ shortBy: 71, required: { value: 119, bound: 'at least' } });
  });

  it('does not bound what another limit decides', () => {
    // CPU: 8 / 0.035 = 229 an instance, below what was carried.
    const verdict = judge({ benchmark: open(260), coresPerInstance: 8, cpuPerRequest: measured(0.035, 'core-seconds/request') });
    expect([verdict.capacity, verdict.required].map(boundOf)).toEqual([undefined, undefined]);
    expect(verdict.status.kind).toBe('short');
  });

  it('bounds nothing where the peak was censored too: truth may lie on either side', () => {
    const verdict = judge({ benchmark: open(200), ath: peak(4100, { censored: true }) });
    expect([verdict.required, verdict.headroom].map(boundOf)).toEqual([undefined, undefined]);
    expect(verdict.status.kind).toBe('unknown');
  });

  it('does not prove that losing a zone leaves too few', () => {
    const verdict = judge({ benchmark: open(260), zones: new Map([['a', 20], ['b', 14], ['c', 14]]) });
    expect(verdict.status).toMatchObject({ kind: 'unknown', reasons: [expect.stringContaining('losing zone a'), expect.anything()] });
  });
});

describe('a count of instances that may be too low', () => {
  const few = { instances: measured(30, 'instances'), zones: new Map() };
  const counted: Figure = known(30, 'instances', 'measured', { origins: [] }, 'at least');

  it.each<[string, Partial<ServiceFacts>, string]>([
    ['autoscaling could not be asked', { ...few, autoscalerUnknown: 'could not be read: timed out' }, 'whether it is autoscaled could not be read: timed out; next: read again'],
    ['the source answered in part', { ...few, instances: counted }, 'not all instances may have been counted: the data source answered in part; next: read again'],
  ])('proves no shortage: %s', (_, change, words) => {
    const verdict = judge(change);
    expect([verdict.capacity, verdict.spare, verdict.required].map(boundOf)).toEqual(['at least', 'at least', undefined]);
    expect(verdict.status).toMatchObject({ kind: 'unknown', severity: 'unknown' });
    expect(verdict.status.reasons[0]).toContain(words);
    expect(verdict.shortBy).toBe(0);
  });

  it('is exact where instances are asked about', () => {
    expect(judge({ ...few, autoscalerUnknown: 'is being read' }, { overrides: { instances: 30 } }).status.kind).toBe('short');
  });

  it('is not counted as short in the summary of the fleet', () => {
    const of = (change: Partial<ServiceFacts>) => {
      const one = facts({ ...few, ...change });
      return fleetSummary([{ facts: one, judgement: judgeService(one, { growth: 0, now: NOW }) }], NOW);
    };
    expect(of({})).toMatchObject({ shortByTier: { P0: 1 } });
    expect(of({ autoscalerUnknown: 'is being read' })).toMatchObject({ shortByTier: { P0: 0 }, instancesToAdd: 0, byStatus: { unknown: 1 } });
  });

  it('stays unknown where there is no count', () => {
    expect(judge({ instances: unknown('instances', 'no label'), autoscalerUnknown: 'is being read' }).spare).toMatchObject({ known: false, reason: 'no label' });
  });
});
