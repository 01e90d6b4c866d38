import * as z from 'zod/mini';
import { parseRunRecord, type RunRecord } from '../../domain/records/runRecord';
import type { KeptText } from '../browser/KeptText';

/** More than any run writes; the oldest go first. */
const MOST = 1000;

/** Records that the store did not take, oldest first, kept in this browser. */
export class WaitingRuns {
  constructor(private readonly kept: KeptText) {}

  list(): readonly RunRecord[] {
    const text = this.kept.read();
    return text === null ? [] : parse(text).flatMap((record) => parseRunRecord(record) ?? []);
  }

  add(record: RunRecord): number {
    return this.replace([...this.list(), record].slice(-MOST));
  }

  /** Takes this one away, wherever it stands by now: another tab sends and drops from the same list. Answers how many are left. */
  drop(sent: RunRecord): number {
    return this.replace(this.list().filter((record) => keyOf(record) !== keyOf(sent)));
  }

  private replace(records: readonly RunRecord[]): number {
    this.kept.write(records.length === 0 ? null : JSON.stringify(records));
    return records.length;
  }
}

/** A visitor who closes a run may have chosen the controller's number. */
const keyOf = ({ run, seq, event }: RunRecord): string => `${run} ${seq} ${event === 'closed' ? 'closed' : ''}`;

function parse(text: string): readonly unknown[] {
  try {
    return z.array(z.unknown()).safeParse(JSON.parse(text)).data ?? [];
  } catch {
    return [];
  }
}
