import * as z from 'zod/mini';
import type { RunRecord } from '../../domain/records/runRecord';
import { NO_ENDING } from '../../domain/ramp/release';
import type { StepRecord } from '../../domain/ramp/RampState';
import { storedRehearsalSchema } from '../../domain/ramp/storedRehearsalSchema';
import type { StoredRun } from '../../domain/ramp/StoredRun';
import { storedStepSchema } from '../../domain/ramp/storedStepSchema';

/** What is known of a run whose controller died, out of the records it left. @param known what the contract says of the traffic now */
export function closedRunOf(records: readonly RunRecord[], by: string, known: string): StoredRun {
  const start = records.find((r) => r.event === 'start');
  const steps = stepsOf(records);
  return {
    outcome: { kind: 'lost-control', reason: `the controller died; closed by ${by}`, known },
    steps,
    ending: NO_ENDING,
    startedAt: start?.at ?? 0,
    maxShare: greatest(steps.map((s) => s.measuredShare)),
    maxRps: greatest(steps.map((s) => s.demand?.mean ?? null)),
    harmed: null,
    fault: null,
    rehearsal: rehearsalOf(records),
    facts: null,
    checks: [],
    warnings: ['the record was closed by a visitor: requests harmed, the way back and the last step were not measured'],
  };
}

/** Of what was measured; null when nothing was. */
function greatest(values: ReadonlyArray<number | null>): number | null {
  const measured = values.filter((value) => value !== null);
  return measured.length === 0 ? null : Math.max(...measured);
}

const left = z.object({ last: z.looseObject({ verdict: z.nullable(z.looseObject({})) }) });

/** Every change carries the step before it; one that cannot be read is left out. */
function stepsOf(records: readonly RunRecord[]): readonly StepRecord[] {
  const read = records.flatMap((record) => (record.event === 'change' ? (stepOf(record.data) ?? []) : []));
  return [...new Map(read.map((step) => [step.index, step])).values()].sort((a, b) => a.index - b.index);
}

function stepOf(data: unknown): StepRecord | null {
  const found = left.safeParse(data);
  if (!found.success) {
    return null;
  }
  const { verdict, ...last } = found.data.last;
  const step = storedStepSchema.safeParse({ ...last, verdict: verdict === null ? null : { ...verdict, metrics: [] } });
  return step.success ? step.data : null;
}

function rehearsalOf(records: readonly RunRecord[]): StoredRun['rehearsal'] {
  const found = records.map((r) => (r.event === 'change' ? storedRehearsalSchema.safeParse(r.data) : null));
  return found.reduce<StoredRun['rehearsal']>((newest, one) => (one?.success ? (one.data.rehearsal ?? newest) : newest), null);
}
