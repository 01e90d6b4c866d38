import { err, ok, type Result } from '../../domain/base/Result';
import { parseRunRecord, RUN_TAG, runRecordTags, runRecordText, runTag, type RunRecord } from '../../domain/records/runRecord';
import type { StoreProblem } from '../../ports/BenchmarkStore';
import type { Appended, RunLog, RunStore } from '../../ports/RunStore';
import type { KeptText } from '../browser/KeptText';
import type { Annotations, RawRecord } from './Annotations';
import { WaitingRuns } from './WaitingRuns';

const TOO_LONG = ' (the details were too long to keep)';

/**
 * Load tests as organization annotations, one a record. What Grafana refuses waits in this browser and goes out before the
 * next record, so that the order holds; a record that was sent twice because its answer was lost is read once.
 */
export class AnnotationRunStore implements RunStore {
  private readonly waiting: WaitingRuns;
  private turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly annotations: Annotations,
    kept: KeptText
  ) {
    this.waiting = new WaitingRuns(kept);
  }

  append(record: RunRecord): Promise<Appended> {
    return this.inTurn(async () => {
      const earlier = await this.sendWaiting();
      if (earlier.problem !== null) {
        return { kind: 'kept', problem: earlier.problem, waiting: this.waiting.add(record) };
      }
      const sent = await this.send(record);
      return sent.ok ? { kind: 'stored', id: sent.value } : { kind: 'kept', problem: sent.error, waiting: this.waiting.add(record) };
    });
  }

  flush(): Promise<{ readonly waiting: number; readonly problem: StoreProblem | null }> {
    return this.inTurn(() => this.sendWaiting());
  }

  async runs(service: string | null): Promise<Result<{ readonly runs: readonly RunLog[]; readonly unreadable: number }, StoreProblem>> {
    const stored = await this.annotations.list([RUN_TAG]);
    if (!stored.ok) {
      return stored;
    }
    const read = stored.value.map(recordOf);
    const known = read.filter((r) => r !== null);
    const all = logsOf([...known, ...this.waiting.list()]);
    return ok({ runs: service === null ? all : all.filter((run) => run.service === service), unreadable: read.length - known.length });
  }

  async run(id: string): Promise<Result<RunLog | null, StoreProblem>> {
    const stored = await this.annotations.list([runTag(id)]);
    if (!stored.ok) {
      return err(stored.error);
    }
    const records = [...stored.value.flatMap((raw) => recordOf(raw) ?? []), ...this.waiting.list()].filter((r) => r.run === id);
    return ok(logsOf(records)[0] ?? null);
  }

  private async sendWaiting(): Promise<{ waiting: number; problem: StoreProblem | null }> {
    for (let next = this.waiting.list()[0]; next !== undefined; next = this.waiting.list()[0]) {
      const sent = await this.send(next);
      if (!sent.ok) {
        return { waiting: this.waiting.list().length, problem: sent.error };
      }
      this.waiting.drop(next);
    }
    return { waiting: 0, problem: null };
  }

  private send(record: RunRecord): Promise<Result<string, StoreProblem>> {
    return this.annotations.add(RUN_TAG, record.service, record.at, () => textThatFits(record), runRecordTags(record));
  }

  /** One after the other, whatever became of the one before. */
  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.turn.then(work, work);
    this.turn = mine.catch(() => undefined);
    return mine;
  }
}

/** A record that is too long loses its details, not its place: the run's log must not end there. */
function textThatFits(record: RunRecord): string {
  try {
    return runRecordText(record);
  } catch {
    return runRecordText(withoutDetails(record));
  }
}

function withoutDetails(record: RunRecord): RunRecord {
  switch (record.event) {
    case 'start':
      return { ...record, plan: null, reason: `${record.reason.slice(0, 200)}${TOO_LONG}` };
    case 'change':
      return { ...record, data: null, detail: `${record.detail.slice(0, 200)}${TOO_LONG}` };
    case 'end':
    case 'closed':
      return { ...record, report: null, detail: `${record.detail.slice(0, 200)}${TOO_LONG}` };
  }
}

/** The name Grafana noted outranks the one in the text, which the writer chose. */
function recordOf({ record, login }: RawRecord): RunRecord | null {
  const parsed = parseRunRecord(record);
  return parsed === null ? null : { ...parsed, by: login || parsed.by };
}

/** Runs, newest first, each with its records in order and once. */
function logsOf(records: readonly RunRecord[]): readonly RunLog[] {
  const byRun = new Map<string, Map<string, RunRecord>>();
  for (const record of records) {
    const one = byRun.get(record.run) ?? new Map<string, RunRecord>();
    byRun.set(record.run, one);
    // A visitor who closes a run writes beside the controller: the two may have chosen the same number.
    one.set(`${record.seq} ${record.event === 'closed' ? 'closed' : ''}`, record);
  }
  const logs = [...byRun.values()].map((one) => logOf([...one.values()].sort((a, b) => a.seq - b.seq || a.at - b.at)));
  return logs.sort((a, b) => (b.records[0]?.at ?? 0) - (a.records[0]?.at ?? 0));
}

function logOf(records: readonly RunRecord[]): RunLog {
  const first = records[0];
  return { run: first?.run ?? '', service: first?.service ?? '', records, open: !records.some((r) => r.event === 'end' || r.event === 'closed') };
}
