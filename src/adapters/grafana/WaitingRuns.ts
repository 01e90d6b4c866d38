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

  /** Takes the oldest away; answers how many are left. */
  dropFirst(): number {
    return this.replace(this.list().slice(1));
  }

  private replace(records: readonly RunRecord[]): number {
    this.kept.write(records.length === 0 ? null : JSON.stringify(records));
    return records.length;
  }
}

function parse(text: string): readonly unknown[] {
  try {
    return z.array(z.unknown()).safeParse(JSON.parse(text)).data ?? [];
  } catch {
    return [];
  }
}
