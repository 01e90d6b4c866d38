import { judgeShare } from '../guards/judgeShare';
import { measuredShare } from '../guards/measuredShare';
import type { RawSeries } from '../guards/RawSample';
import type { ShareReading } from './Observation';

export interface ShareQuestion {
  /** Counters of requests first sent to each member, by the router; else of requests each member served. */
  readonly members: ReadonlyArray<{ readonly id: string; readonly sent: readonly RawSeries[] }>;
  readonly target: string;
  /** Clock of the samples. */
  readonly from: number;
  readonly to: number;
  /** Fractions of the pool. */
  readonly reported: number;
  readonly quantum: number;
  readonly ceiling: number;
}

/** Measured share of a window, held against the reported one. Too few requests: the window must become longer. */
export function shareReading({ members, target, from, to, reported, quantum, ceiling }: ShareQuestion): ShareReading {
  const judged = judgeShare(measuredShare(members, target, from, to), { reported, quantum, ceiling, mayLengthen: true });
  switch (judged.kind) {
    case 'agrees':
    case 'differs':
    case 'too-few-requests':
    case 'above-ceiling': {
      const { window } = judged;
      const known = window.kind === 'measured' ? window : { share: null, requests: 0 };
      return { state: STATES[judged.kind], share: known.share, requests: known.requests, from, to };
    }
    case 'unmeasurable':
      return { state: 'unmeasurable', share: null, requests: 0, from, to };
  }
}

const STATES = { agrees: 'agrees', differs: 'differs', 'too-few-requests': 'unmeasurable', 'above-ceiling': 'above' } as const;
