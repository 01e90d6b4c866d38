import type { Result } from '../domain/base/Result';
import type { StoreProblem } from './BenchmarkStore';

/** An all-time high some browser found and published, or a person's word that one is void. */
export interface PublishedAth {
  readonly id: string;
  readonly service: string;
  readonly value: number;
  readonly at: number;
  /** Rate window, milliseconds. */
  readonly window: number;
  /** Step of the question that found it; maxima of different steps are different facts. */
  readonly step: number;
  readonly censored: boolean;
  readonly by: string;
}

export interface AthVoid {
  readonly id: string;
  readonly service: string;
  /** Time of the peak that does not count. */
  readonly at: number;
  readonly reason: string;
  readonly by: string;
}

export interface PublishedAths {
  readonly aths: readonly PublishedAth[];
  readonly voids: readonly AthVoid[];
  readonly unreadable: number;
}

export interface AthStore {
  list(): Promise<Result<PublishedAths, StoreProblem>>;
  publish(ath: Omit<PublishedAth, 'id'>): Promise<Result<PublishedAth, StoreProblem>>;
  void(v: Omit<AthVoid, 'id'>): Promise<Result<AthVoid, StoreProblem>>;
}
