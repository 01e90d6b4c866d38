import type { ShareWindow } from './measuredShare';

/** What one window says about the share. */
export type ShareJudgement =
  | { readonly kind: 'agrees'; readonly window: ShareWindow; readonly toleratedBy: number }
  | { readonly kind: 'differs'; readonly window: ShareWindow; readonly toleratedBy: number }
  /** 3 sigma is above a quarter of the share: lengthen the window. */
  | { readonly kind: 'too-few-requests'; readonly window: ShareWindow; readonly requestsNeeded: number }
  /** The same, and the window cannot get longer; or the counters could not be read. */
  | { readonly kind: 'unmeasurable'; readonly reason: string }
  | { readonly kind: 'above-ceiling'; readonly window: ShareWindow; readonly ceiling: number };

/** Shares are fractions of the pool, 0 to 1. */
export interface ShareExpectation {
  readonly reported: number;
  /** Smallest step the router can express. */
  readonly quantum: number;
  readonly ceiling: number;
  /** The window may still be lengthened. */
  readonly mayLengthen: boolean;
}

const RELATIVE = 0.1;
const TOO_WIDE = 0.25;
const SIGMAS = 3;

/** Measured against reported: |m - r| <= max(0.1 r, quantum, 3 sigma), sigma = sqrt(r (1 - r) / N). */
export function judgeShare(window: ShareWindow, { reported, quantum, ceiling, mayLengthen }: ShareExpectation): ShareJudgement {
  if (window.kind === 'missing') {
    return { kind: 'unmeasurable', reason: window.reason };
  }
  const { share, requests } = window;
  const ceilingSpread = SIGMAS * Math.sqrt((ceiling * (1 - ceiling)) / Math.max(1, requests));
  if (share > ceiling + Math.max(ceilingSpread, quantum * 1e-9)) {
    return { kind: 'above-ceiling', window, ceiling };
  }
  const spread = SIGMAS * Math.sqrt((reported * (1 - reported)) / Math.max(1, requests));
  if (spread > TOO_WIDE * reported && reported > 0) {
    const requestsNeeded = Math.ceil(((SIGMAS / TOO_WIDE) ** 2 * (1 - reported)) / reported);
    return mayLengthen
      ? { kind: 'too-few-requests', window, requestsNeeded }
      : { kind: 'unmeasurable', reason: `${requests} requests in the longest window; ${requestsNeeded} are needed to see this share` };
  }
  const toleratedBy = Math.max(RELATIVE * reported, quantum, spread);
  return { kind: Math.abs(share - reported) <= toleratedBy ? 'agrees' : 'differs', window, toleratedBy };
}
