import { ok, type Result } from '../../../domain/base/Result';
import type { Declaration } from '../../../engine/benchmarks/BenchmarkUseCase';
import { typedNumber } from './typedNumber';

/** What a person has typed into the form. */
export interface BenchmarkDraft {
  readonly low: string;
  readonly high: string;
  readonly version: string;
  readonly spec: string;
  readonly note: string;
}

export type DraftErrors = Readonly<Partial<Record<keyof BenchmarkDraft, string>>>;

export const EMPTY_BENCHMARK: BenchmarkDraft = { low: '', high: '', version: '', spec: '', note: '' };

const LIMIT = { min: 0, above: true, max: 1e9, bounds: 'above 0, in requests a second for one instance' } as const;
const LONGEST = 200;
const LONGEST_NOTE = 1000;

/** The declaration, or per field what is wrong with what was typed. */
export function readBenchmarkDraft(draft: BenchmarkDraft): Result<Declaration, DraftErrors> {
  const low = typedNumber(draft.low, { name: 'The lower end', ...LIMIT });
  const high = draft.high.trim() === '' ? ok(null) : typedNumber(draft.high, { name: 'The upper end', ...LIMIT });
  const errors: DraftErrors = {
    ...(draft.low.trim() === ''
      ? { low: 'The lower end is needed: arithmetic uses it.' }
      : !low.ok && { low: low.error }),
    ...(!high.ok && { high: high.error }),
    ...(low.ok &&
      high.ok &&
      high.value !== null &&
      high.value < low.value && { high: `“${draft.high.trim()}” is below the lower end, ${low.value}.` }),
    ...tooLong('version', draft.version, LONGEST),
    ...tooLong('spec', draft.spec, LONGEST),
    ...tooLong('note', draft.note, LONGEST_NOTE),
  };
  if (Object.keys(errors).length > 0 || !low.ok || !high.ok) {
    return { ok: false, error: errors };
  }
  return ok({
    low: low.value,
    high: high.value,
    version: textOrNull(draft.version),
    spec: textOrNull(draft.spec),
    note: textOrNull(draft.note),
  });
}

const tooLong = (field: keyof BenchmarkDraft, text: string, longest: number): DraftErrors =>
  text.length > longest ? { [field]: `${text.length} characters are too many: at most ${longest}.` } : {};

const textOrNull = (text: string): string | null => text.trim() || null;
