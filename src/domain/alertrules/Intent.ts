/** What somebody wants to be told of; parameters are numbers a person can change. */
export type Intent =
  | { readonly kind: 'headroom-short' }
  | { readonly kind: 'overload-demand'; readonly share: number }
  | { readonly kind: 'overload-cpu'; readonly share: number }
  | { readonly kind: 'overload-in-flight'; readonly share: number }
  | { readonly kind: 'overload-rejects'; readonly share: number }
  | { readonly kind: 'zone-loss' }
  | { readonly kind: 'above-autoscaler-max' }
  | { readonly kind: 'give-back'; readonly instances: number; readonly days: number }
  | { readonly kind: 'pool-saturated'; readonly share: number }
  | { readonly kind: 'queue-growing'; readonly minutes: number }
  | { readonly kind: 'disk-full'; readonly days: number }
  | { readonly kind: 'demand-grown'; readonly factor: number }
  | { readonly kind: 'new-ath'; readonly hours: number }
  | { readonly kind: 'benchmark-old'; readonly days: number }
  | { readonly kind: 'benchmark-version' }
  | { readonly kind: 'forecast'; readonly days: number }
  | { readonly kind: 'override-silent'; readonly seconds: number };

export type IntentKind = Intent['kind'];

export type IntentOf<K extends IntentKind> = Extract<Intent, { readonly kind: K }>;

/** The numbers of an intent by name. */
export function parametersOf(intent: Intent): Readonly<Record<string, number>> {
  const { kind: _kind, ...numbers } = intent;
  return numbers;
}

/** The same intent with one number changed; a name it does not have changes nothing. */
export const withParameter = (intent: Intent, name: string, value: number): Intent =>
  name !== 'kind' && Object.hasOwn(intent, name) ? { ...intent, [name]: value } : intent;
