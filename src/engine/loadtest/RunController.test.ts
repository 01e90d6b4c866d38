import { ok } from '../../domain/base/Result';
import { headroomJudge } from '../../domain/canary/headroomJudge';
import { plan } from '../../domain/ramp/run.fixture';
import { AbortError } from '../../ports/AbortError';
import type { Router } from '../../ports/Router';
import type { RunPorts } from './LoadTestPorts';
import { RunController } from './RunController';
import type { Telemetry } from './telemetry/Telemetry';

const SILENT = new Promise<never>(() => undefined);
const until = (signal: AbortSignal): Promise<never> => new Promise((_, reject) => signal.addEventListener('abort', () => reject(new AbortError())));
const unreachable = { kind: 'unknown', message: 'connection refused' } as const;

/** A run that has been started, on an endpoint and metrics that answer as told. */
function started(router: Partial<Router>, telemetry: Partial<Telemetry>) {
  const warn = jest.fn();
  const ports = {
    router: { capabilities: () => Promise.resolve(unreachable), pool: () => Promise.resolve(unreachable), ...router } as Router,
    store: { append: () => Promise.resolve({ kind: 'stored', id: '1' }) },
    clock: {
      now: () => Date.now(),
      sleep: (ms: number, signal?: AbortSignal) =>
        new Promise<void>((resolve, reject) => {
          setTimeout(resolve, ms);
          signal?.addEventListener('abort', () => reject(new AbortError()));
        }),
    },
    monotonic: () => Date.now(),
    ticker: { every: () => () => undefined },
    log: { warn },
    judgeFor: () => headroomJudge,
    page: () => undefined,
  } as unknown as RunPorts;
  const away = { ok: false as const, error: 'the metrics are away' };
  const metrics = { facts: () => Promise.resolve(away), read: () => Promise.resolve(away), required: [], curves: () => Promise.resolve(ok([])), ...telemetry } as Telemetry;
  const controller = new RunController(ports, metrics, { plan: plan(), runId: 'r', by: 'ed', only: 'run', mayRun: true, otherRun: null, lastRehearsal: null });
  controller.start();
  return { controller, warn };
}

const missing = ({ state }: RunController): string => (state.phase === 'finished' && state.outcome.kind === 'inconclusive' ? state.outcome.missing : state.phase);

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

describe('the checks before a run', () => {
  it.each<[string, Partial<Telemetry>]>([
    ['that hear an abort', { facts: until }],
    ['that hear nothing', { facts: () => SILENT }],
  ])('end after a minute of silent metrics %s', async (_name, telemetry) => {
    const { controller } = started({}, telemetry);
    await jest.advanceTimersByTimeAsync(59_000);
    expect(missing(controller)).toBe('preflight');
    await jest.advanceTimersByTimeAsync(2_000);
    expect(missing(controller)).toContain('did not end within 60 s');
  });

  it('are asked again when a stop of another run aborts them', async () => {
    let calls = 0;
    const { controller, warn } = started({ capabilities: () => (++calls === 1 ? Promise.reject(new AbortError()) : Promise.resolve(unreachable)) }, {});
    await jest.advanceTimersByTimeAsync(10);
    expect(calls).toBe(2);
    expect(missing(controller)).toContain('connection refused');
    expect(warn).not.toHaveBeenCalled();
  });

  it('say that a stop went first, not that nobody answered, when that goes on', async () => {
    const { controller } = started({ capabilities: () => Promise.reject(new AbortError()) }, {});
    await jest.advanceTimersByTimeAsync(10);
    expect(missing(controller)).toContain('a stop from this page went first');
  });

  it('end in silence when the run itself is stopped', async () => {
    const { controller, warn } = started({}, { facts: until });
    controller.stop('ann');
    await jest.advanceTimersByTimeAsync(70_000);
    expect(controller.state).toMatchObject({ phase: 'finished', outcome: { kind: 'stopped-by-operator', by: 'ann' } });
    expect(warn).not.toHaveBeenCalled();
  });
});
