import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { hashText } from '../model/hashText';
import { type Timeline } from '../model/timeline';
import { type ServiceDefinition } from './serviceDefinition';

const DAY = 86_400_000;
const LONGEST_USE = 30 * DAY;
// Raise it when the model changes what it writes.
const MODEL = 1;

const schema = z.object({
  timeline: z.object({ anchor: z.number(), start: z.number(), campaign: z.number() }),
  table: z.number(),
});

/** What a kept history was made from. */
export interface HistoryRecord {
  readonly timeline: Timeline;
  /** Fingerprint of the table of services. */
  readonly table: number;
}

export function tableFingerprint(services: readonly ServiceDefinition[]): number {
  return hashText(JSON.stringify([MODEL, services]));
}

export function writeHistoryRecord(file: string, record: HistoryRecord): void {
  writeFileSync(file, JSON.stringify(record));
}

/** The kept history, unless it tells of another table or is too old to be continued. */
export function readHistoryRecord(file: string, table: number, now: number): HistoryRecord | undefined {
  try {
    const record = schema.parse(JSON.parse(readFileSync(file, 'utf8')));
    const isUsable = record.table === table && now - record.timeline.anchor < LONGEST_USE;
    return isUsable ? record : undefined;
  } catch {
    return undefined;
  }
}
