import type { RoutingCapabilities } from '../../domain/routing/capabilitiesSchema';

/** The lease on the traffic as a page draws it. Whether there is one may not be known: that is not the same as none. Durations in milliseconds unless they say so. */
export type LeaseView =
  | { readonly state: 'none' }
  /** `reason` = why it is not known, in words that follow a colon. */
  | { readonly state: 'unknown'; readonly reason: string }
  | {
      readonly state: 'held';
      readonly remainingMs: number;
      readonly hardRemainingMs: number;
      /** Its life without renewal; null = the plan cannot be read. */
      readonly ttlSeconds: number | null;
      /** Null = the endpoint has not said yet. */
      readonly enforcedBy: RoutingCapabilities['lease']['enforcedBy'] | null;
      /** By then the traffic is back when nobody renews from here on; null = the endpoint has not said how long a write takes. */
      readonly promiseMs: number | null;
    };
