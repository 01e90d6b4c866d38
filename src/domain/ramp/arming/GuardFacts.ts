import type { LoadCurve } from '../../capacity/LoadCurve';
import type { SubjectSamples } from '../../guards/SubjectSamples';
import type { Signal } from '../Signal';

/** Why something could not be looked up; null = it was. */
export interface GuardNotes {
  /** Containers of the instances. */
  readonly containers: string | null;
  /** Machines they run on. */
  readonly machines: string | null;
  /** Dependencies by the name of their samples. */
  readonly dependencies: Readonly<Record<string, string>>;
}

/** What is known of the service when its guards are built. */
export interface GuardFacts {
  /** Signals that were found for the target. */
  readonly signals: ReadonlySet<Signal>;
  /** Latency comes with buckets. */
  readonly buckets: boolean;
  /** Cores one instance may use; null = not known. */
  readonly cores: number | null;
  readonly targetStartedSeconds: number | null;
  /** Bytes one instance may use; null = not known. */
  readonly memoryBytes: number | null;
  /** What was sampled before the run: guards on resources and dependencies are built on what is there. Absent = nothing was. */
  readonly subjects?: readonly SubjectSamples[];
  readonly guardNotes?: GuardNotes;
  /** p99 at load in earlier runs; absent or null = none says enough. */
  readonly p99Curve?: LoadCurve | null;
}
