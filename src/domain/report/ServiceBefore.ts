import type { FleetRow } from '../capacity/FleetRow';

/** What was known of a service when the week began, judged by the policy of today. */
export type ServiceBefore =
  | { readonly kind: 'known'; readonly row: FleetRow }
  /** Its first demand falls into the week. */
  | { readonly kind: 'new' }
  /** Nobody can say, and why: history is being read, or does not reach back. */
  | { readonly kind: 'unknown'; readonly reason: string };
