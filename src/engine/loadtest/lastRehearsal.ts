import type { RehearsalResult } from '../../domain/ramp/rehearsal';
import { storedRehearsalSchema } from '../../domain/ramp/storedRehearsalSchema';
import type { RunStore } from '../../ports/RunStore';

/** The newest rehearsal in the log; null = none, or the log cannot be read. */
export async function lastRehearsal(store: RunStore): Promise<RehearsalResult | null> {
  const runs = await store.runs(null);
  if (!runs.ok) {
    return null;
  }
  const found = runs.value.runs.flatMap((run) =>
    run.records.flatMap((record) => {
      const parsed = record.event === 'end' ? storedRehearsalSchema.safeParse(record.report) : record.event === 'change' ? storedRehearsalSchema.safeParse(record.data) : null;
      return parsed?.success && parsed.data.rehearsal !== null ? [parsed.data.rehearsal] : [];
    })
  );
  return found.reduce<RehearsalResult | null>((newest, one) => (newest === null || one.at > newest.at ? one : newest), null);
}
