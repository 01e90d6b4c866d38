import type { RuleMark } from './RuleMark';

/** One rule that records a series, not yet written for anybody. */
export interface RecordingDocument {
  /** At most 40 characters; the same for the same series, source, profile, scope and part. */
  readonly uid: string;
  readonly title: string;
  /** Name of the recorded series. */
  readonly record: string;
  readonly source: { readonly uid: string; readonly name: string };
  readonly group: string;
  /** Milliseconds. */
  readonly interval: number;
  /** PromQL, one row a service. */
  readonly value: string;
  /** Put on every recorded series, besides those of `value`. */
  readonly labels: Readonly<Record<string, string>>;
  readonly doc: string;
  readonly mark: RuleMark;
}
