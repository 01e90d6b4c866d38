import type { JudgeVerdict } from '../canary/Judge';
import type { OutcomeKind } from './Outcome';
import type { RampPhase } from './RampState';
import { MachineBench, pass, plan, report } from './run.fixture';

/** Two fixed steps of judged load. */
export const STEPS = { course: { kind: 'steps', sharesBp: [2_500, 4_000] }, result: 'hold', dwellSeconds: 20 } as const;

/** What a judge says. */
export const verdict = (decision: JudgeVerdict['decision']): JudgeVerdict => ({ judge: 'j', decision, reason: `said ${decision}`, nextLook: null, metrics: [], score: null });

/** An observation in which a guard stops. */
export const stopGuard = (role: 'safety' | 'limit') => ({ guards: [{ ...pass('cpu', role), state: 'stop' as const, reason: 'CPU of a: 95 %' }] });

/** How a run in `releasing` will end. */
export const ending = (bench: MachineBench): OutcomeKind | null => ('outcome' in bench.state ? bench.state.outcome.kind : null);

/** A bench in each state in which a person may want to stop. */
export const IN: Readonly<Record<Exclude<RampPhase, 'finished'>, () => MachineBench>> = {
  draft: () => new MachineBench(STEPS),
  preflight: () => new MachineBench(STEPS).feed({ kind: 'start', by: 'ed', only: 'run' }),
  rehearsal: () => new MachineBench(STEPS).feed({ kind: 'start', by: 'ed', only: 'run' }).feed({ kind: 'checked', report: report(), rehearsal: null }).look(),
  acquiring: () => new MachineBench(STEPS).started().look(),
  settling: () => new MachineBench(STEPS).started().look().accept(),
  judging: () => new MachineBench(STEPS).judging(),
  confirming: () => confirming(),
  holding: () => new MachineBench(STEPS).judging().feed({ kind: 'hold', by: 'ed' }),
  'backing-off': () => new MachineBench().judging().look(stopGuard('limit')),
  releasing: () => new MachineBench(STEPS).judging().feed({ kind: 'stop', by: 'ed' }),
  verifying: () => new MachineBench(STEPS).judging().feed({ kind: 'stop', by: 'ed' }).feed({ kind: 'answered', call: 'stop', key: '', answer: { kind: 'done', pool: null, leaseToken: null } }),
};

function confirming(): MachineBench {
  const bench = new MachineBench({ limits: { ...plan().limits, shareBp: 4_000 } }).judging();
  return bench.until('confirming');
}
