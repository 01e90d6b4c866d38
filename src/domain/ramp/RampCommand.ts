/** What the machine wants done. Each is carried out once; its answer comes back as an event. */
export type RampCommand =
  | { readonly kind: 'check' }
  | {
      readonly kind: 'acquire';
      readonly key: string;
      readonly revision: number;
      readonly sharesBp: Readonly<Record<string, number>>;
      readonly ttlSeconds: number;
      readonly maxLifetimeSeconds: number;
      readonly ceilingBp: number;
      readonly ceilingRps: number | null;
      readonly evidenceAt: number;
    }
  | {
      readonly kind: 'change';
      readonly key: string;
      readonly revision: number;
      readonly seq: number;
      readonly sharesBp: Readonly<Record<string, number>>;
      readonly ttlSeconds: number;
      readonly evidenceAt: number;
    }
  | { readonly kind: 'renew'; readonly ttlSeconds: number; readonly evidenceAt: number }
  /** Absolute; goes before everything else and aborts our own other calls. */
  | { readonly kind: 'stop' }
  /** Look again at once rather than at the next tick. */
  | { readonly kind: 'look' }
  /** Tell a person: the target still fails after its traffic was given back. */
  | { readonly kind: 'page'; readonly text: string };
