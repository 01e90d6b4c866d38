import * as z from 'zod/mini';
import { encodeRecord } from './recordText';
import { serviceName } from './serviceName';

/** Tag of annotations that belong to a load test. */
export const RUN_TAG = 'headroom:run';

/** Tag of one run. */
export const runTag = (run: string): string => `run:${run}`;

const text = (most: number) => z.string().check(z.maxLength(most));
const id = z.string().check(z.regex(/^[A-Za-z0-9_-]{1,64}$/));

const common = {
  schema: z.literal(1),
  run: id,
  /** Grows by one with every record of the run; the writer is the controller only. */
  seq: z.int().check(z.gte(0)),
  service: text(500),
  /** Epoch milliseconds of the keeper. */
  at: z.number(),
  by: text(200),
};

/** `plan`, `data` and `report` are JSON of domain/ramp, checked by its own schemas when read. */
const shape = z.discriminatedUnion('event', [
  z.object({ ...common, event: z.literal('start'), pool: text(200), target: text(200), mode: z.enum(['limit', 'hold', 'pair']), reason: text(500), plan: z.unknown() }),
  z.object({ ...common, event: z.literal('change'), state: text(60), step: z.nullable(z.int()), commandedBp: z.nullable(z.int()), detail: text(500), data: z.unknown() }),
  z.object({ ...common, event: z.literal('end'), outcome: text(60), detail: text(500), report: z.unknown() }),
  /** A visitor closed what a dead browser left; `report` holds what is known. */
  z.object({ ...common, event: z.literal('closed'), detail: text(500), report: z.unknown() }),
]);

export type RunRecord = z.infer<typeof shape>;

/** Null for anything that is not a record of a run in this version. */
export function parseRunRecord(record: unknown): RunRecord | null {
  const parsed = shape.safeParse(record);
  return parsed.success ? parsed.data : null;
}

/** Tags beside the kind, the service and the schema. */
export function runRecordTags(record: RunRecord): readonly string[] {
  return record.event === 'end' ? [runTag(record.run), `verdict:${record.outcome.replace(/[^a-z0-9]+/gi, '-')}`] : [runTag(record.run)];
}

/** Text of the annotation: a line for people and the record. @throws RangeError when it would pass 8 KiB */
export function runRecordText(record: RunRecord): string {
  return encodeRecord(`Load test of ${serviceName(record.service)}: ${lineOf(record)}`, record);
}

function lineOf(record: RunRecord): string {
  switch (record.event) {
    case 'start':
      return `started on ${record.target} by ${record.by}, ${record.reason}`;
    case 'change':
      return `${record.state}${record.step === null ? '' : `, step ${record.step}`}${record.detail === '' ? '' : `, ${record.detail}`}`;
    case 'end':
      return `${record.outcome}${record.detail === '' ? '' : `, ${record.detail}`}`;
    case 'closed':
      return `closed by ${record.by}, ${record.detail}`;
  }
}
