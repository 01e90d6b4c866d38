import type { Intent, IntentKind } from './Intent';

/** A number of an intent as a form asks for it. */
export interface ParameterInfo {
  readonly name: string;
  readonly label: string;
  readonly kind: 'share' | 'count';
  readonly unit: string;
  readonly integer: boolean;
  readonly min: number;
  readonly max: number;
}

/** An intent in words, and how often it is looked at. */
export interface IntentInfo {
  readonly usual: Intent;
  readonly title: string;
  /** Name of the alert in a Prometheus rule file. */
  readonly alertName: string;
  /** One or two sentences: what fires, and what it rests on. */
  readonly doc: string;
  readonly group: 'Will it hold?' | 'Overload now' | 'Resources' | 'Planning' | 'Load tests';
  /** `short`: as severe as the tier's policy says of a shortage. `advice`: information, whatever the tier. */
  readonly weight: 'short' | 'advice';
  readonly parameters: readonly ParameterInfo[];
  /** How often the rule is evaluated, and how long it must hold; milliseconds. */
  readonly interval: number;
  readonly holdFor: number;
}

export type IntentTable = { readonly [K in IntentKind]: IntentInfo };
