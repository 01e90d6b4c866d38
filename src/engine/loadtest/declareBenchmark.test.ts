import { err, ok } from '../../domain/base/Result';
import type { Benchmark } from '../../domain/capacity/Benchmark';
import type { Outcome } from '../../domain/ramp/Outcome';
import type { Ending, RampState } from '../../domain/ramp/RampState';
import { MachineBench, NOW, plan } from '../../domain/ramp/run.fixture';
import type { BenchmarkStore } from '../../ports/BenchmarkStore';
import { declareBenchmark } from './declareBenchmark';
import type { DrivenRun } from './DrivenRun';
import type { LoadTestSurroundings } from './LoadTests';
import type { Telemetry } from './telemetry/Telemetry';

const ENDING: Ending = { releasedAt: NOW, baselineAt: NOW + 3_000, byContract: true, byMetrics: true, recoveredAt: NOW + 3_000 };
const FOUND: Outcome = { kind: 'limit-found', interval: { mean: 400, low: 396, high: 420 }, limitedBy: 'CPU of a' };

const started = new MachineBench().started().state;
const run = 'run' in started && started.run !== null ? { ...started.run, facts: { ...started.run.facts, version: 'v7', spec: null } } : null;

function finished(outcome: Outcome, { simulated = false, cost = 0.01 } = {}): DrivenRun {
  const step = { index: 1, purpose: 'confirm' as const, shareBp: 8_000, offeredRps: 400, demand: { mean: 400, se: 2, n: 12 }, measuredShare: 0.8, from: NOW - 60_000, to: NOW, result: 'carried' as const, why: '', verdict: null };
  const state: RampState = { phase: 'finished', run: run === null ? null : { ...run, steps: [step] }, outcome, at: NOW, ending: ENDING };
  const figures = (rps: number, each: number) => ({ demandRps: rps, cpuCores: rps * each, memoryBytes: null, meanSeconds: null, p99Seconds: null, errorRatio: null });
  const telemetry: Pick<Telemetry, 'curves' | 'facts'> = {
    curves: async () => ok([{ index: 1, target: figures(400, cost), peers: figures(100, 0.01), apis: [], dependencies: [] }]),
    facts: async () => err('not now'),
  };
  const options = { plan: plan({ service: 'key' }), runId: 'r1', by: 'ed', only: 'run' as const };
  return { simulated, options, controller: { state, telemetrySource: telemetry } } as unknown as DrivenRun;
}

const around = { link: () => '/a', dashboard: () => '/d' } as unknown as LoadTestSurroundings;

async function declare(of: DrivenRun, answer: Awaited<ReturnType<BenchmarkStore['declare']>> | Error = err({ kind: 'forbidden', message: 'Your role may not.' })) {
  const declared: Array<readonly [string, Benchmark]> = [];
  const told: string[] = [];
  const benchmarks = {
    declare: async (service: string, benchmark: Benchmark) => {
      declared.push([service, benchmark]);
      if (answer instanceof Error) {
        throw answer;
      }
      return answer;
    },
  };
  const warned: string[] = [];
  await declareBenchmark(of, { benchmarks, log: { warn: (message) => void warned.push(message) }, page: (text) => void told.push(text) }, around);
  return { declared, told, warned };
}

const stored = ok({ id: '1', service: 'key', benchmark: {} as Benchmark });

it('leaves interval, version and run where the fleet finds them, once', async () => {
  const { declared, told } = await declare(finished(FOUND), stored);
  expect(declared).toEqual([['key', expect.objectContaining({ origin: 'load-test', low: 396, high: 420, at: NOW, by: 'ed', version: 'v7', spec: null, note: 'Load test r1; limited by: CPU of a' })]]);
  expect(told).toEqual([]);
});

it('keeps the part that a target cheaper than its peers is worth to the fleet', async () => {
  const { declared } = await declare(finished(FOUND, { cost: 0.008 }), stored);
  expect(declared[0]?.[1].low).toBeCloseTo(396 * 0.8, 6);
  expect(declared[0]?.[1].high).toBeCloseTo(420 * 0.8, 6);
});

it('stays open upwards when traffic ended first', async () => {
  const carried: Outcome = { kind: 'carried-plan', interval: { mean: 400, low: 396, high: null }, wholePool: false, cappedBy: 'the plan' };
  expect((await declare(finished(carried), stored)).declared[0]?.[1].high).toBeNull();
});

it.each<[string, DrivenRun]>([
  ['a simulated run', finished(FOUND, { simulated: true })],
  ['a rehearsal', finished({ kind: 'rehearsed', returnMs: 3_000 })],
  ['a run stopped by a person', finished({ kind: 'stopped-by-operator', by: 'ed' })],
  ['no answer', finished({ kind: 'inconclusive', missing: 'samples' })],
  ['lost control', finished({ kind: 'lost-control', reason: 'x', known: 'y' })],
])('leaves nothing after %s', async (_name, of) => {
  expect((await declare(of, stored)).declared).toEqual([]);
});

it('tells the driver what a store that refuses did not keep', async () => {
  expect((await declare(finished(FOUND))).told).toEqual(["The benchmark of run r1 was not kept: Your role may not. Declare 396 requests/s on the service's page."]);
});

it('does not fail the run when the store breaks', async () => {
  expect((await declare(finished(FOUND), new Error('broken'))).warned).toEqual(['The benchmark of a load test was not kept.']);
});
