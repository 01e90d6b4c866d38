import { BehaviorSubject } from 'rxjs';
import { SECOND } from '../../domain/base/Duration';
import type { Outcome } from '../../domain/ramp/Outcome';
import type { RampPlan } from '../../domain/ramp/Plan';
import type { RampState } from '../../domain/ramp/RampState';
import { outcomeText } from '../../domain/ramp/outcomeText';
import type { RunRecord } from '../../domain/records/runRecord';
import type { Clock } from '../../ports/Clock';
import type { RunStore } from '../../ports/RunStore';
import { storedRunOf } from '../../domain/ramp/storedRunOf';
import { flushWaiting } from './flushWaiting';

export type LogKept = 'stored' | 'waiting' | 'refused';

const LONGEST_DETAIL = 500;
const AGAIN_AFTER = 5 * SECOND;

/** Writes the run down as it goes: at its start, at every change of state, at its end. A run never waits for its log. */
export class RunLogWriter {
  readonly kept = new BehaviorSubject<LogKept>('stored');
  private seq = 0;
  private queue: Promise<void> = Promise.resolve();
  private retrying = false;

  constructor(
    private readonly store: RunStore,
    private readonly clock: Pick<Clock, 'sleep'>,
    private readonly plan: RampPlan,
    private readonly runId: string,
    private readonly by: string,
    private readonly now: () => number
  ) {}

  note(before: RampState, after: RampState): void {
    if (before.phase === 'draft' && after.phase === 'preflight') {
      const { pool, target, result: mode, reason } = this.plan;
      this.write({ ...this.common(), event: 'start', pool, target, mode, reason, plan: this.plan });
    } else if (after.phase === 'finished' && before.phase !== 'finished') {
      this.end(after);
    } else if (changed(before, after)) {
      this.change(after);
    }
  }

  /** Resolves when everything so far was handed to the store. */
  settled(): Promise<void> {
    return this.queue;
  }

  private end(state: Extract<RampState, { phase: 'finished' }>): void {
    const { outcome } = state;
    this.write({ ...this.common(), event: 'end', outcome: outcome.kind, detail: cut(outcomeText(outcome)), report: storedRunOf(state) });
  }

  private change(state: RampState): void {
    const run = 'run' in state ? state.run : null;
    const level = 'level' in state ? state.level : null;
    const last = run?.steps.at(-1) ?? null;
    this.write({
      ...this.common(),
      event: 'change',
      state: state.phase,
      step: level?.index ?? null,
      commandedBp: level?.shareBp ?? null,
      detail: cut(detailOf(state)),
      data: { rehearsal: run?.rehearsal ?? null, last },
    });
  }

  private common(): Pick<RunRecord, 'schema' | 'run' | 'seq' | 'service' | 'at' | 'by'> {
    return { schema: 1, run: this.runId, seq: this.seq++, service: this.plan.service, at: Math.round(this.now()), by: this.by };
  }

  private write(record: RunRecord): void {
    this.queue = this.queue
      .then(() => this.store.append(record))
      .then((appended) => this.became(appended.kind === 'stored' ? 'stored' : appended.problem.kind === 'forbidden' ? 'refused' : 'waiting'))
      .catch(() => this.became('waiting'));
  }

  /** What waits is sent again from here: after the end of the run there is no next record that would take it along. */
  private became(kept: LogKept): void {
    this.kept.next(kept);
    if (kept === 'waiting' && !this.retrying) {
      this.retrying = true;
      void this.sendAgain();
    }
  }

  private async sendAgain(): Promise<void> {
    await this.clock.sleep(AGAIN_AFTER);
    await flushWaiting(this.store, this.clock, (kept) => this.kept.next(kept));
    this.retrying = false;
  }
}

const cut = (text: string): string => text.slice(0, LONGEST_DETAIL);

function changed(before: RampState, after: RampState): boolean {
  const level = (state: RampState): number | null => ('level' in state ? (state.level?.index ?? null) : null);
  return before.phase !== after.phase || level(before) !== level(after);
}

function detailOf(state: RampState): string {
  switch (state.phase) {
    case 'releasing':
    case 'verifying':
      return outcomeText(state.outcome satisfies Outcome);
    case 'holding':
      return state.cause.kind === 'operator' ? `held by ${state.cause.by}` : `the loop woke ${Math.round(state.cause.byMs / 1000)} s late`;
    case 'backing-off':
      return state.run.steps.at(-1)?.why ?? '';
    default:
      return '';
  }
}
