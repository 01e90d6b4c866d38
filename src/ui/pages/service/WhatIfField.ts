import type { NumberRule } from './typedNumber';

/** Inputs of the what-if section that are numbers; redundancy is a choice beside them. */
export type WhatIfNumber = 'eventFactor' | 'reserve' | 'degradedReserve' | 'zones' | 'instances' | 'benchmarkLow';

export interface WhatIfField {
  readonly field: WhatIfNumber;
  /** Name in the address. */
  readonly param: string;
  readonly label: string;
  readonly hint: string;
  readonly suffix: string;
  /** What is typed over what is counted with: 100 for per cent. */
  readonly scale: number;
  readonly rule: NumberRule;
}

export const WHAT_IF_FIELDS: readonly WhatIfField[] = [
  {
    field: 'eventFactor',
    param: 'event',
    label: 'Event factor',
    hint: 'growth over the peak that must fit; 1.5 is +50 %',
    suffix: '×',
    scale: 1,
    rule: { name: 'The event factor', min: 0, above: true, max: 100, bounds: 'above 0 and at most 100' },
  },
  {
    field: 'reserve',
    param: 'reserve',
    label: 'Reserve',
    hint: 'share of the safe limit kept free in normal operation',
    suffix: '%',
    scale: 100,
    rule: { name: 'The reserve', min: 0, max: 95, bounds: 'from 0 to 95 per cent' },
  },
  {
    field: 'degradedReserve',
    param: 'degraded',
    label: 'Degraded reserve',
    hint: 'share kept free after losing what must be survived',
    suffix: '%',
    scale: 100,
    rule: { name: 'The degraded reserve', min: 0, max: 95, bounds: 'from 0 to 95 per cent' },
  },
  {
    field: 'zones',
    param: 'zones',
    label: 'Zones',
    hint: 'counts when one zone must be survived',
    suffix: 'zones',
    scale: 1,
    rule: { name: 'The number of zones', min: 2, max: 100, whole: true, bounds: 'a whole number from 2 to 100' },
  },
  {
    field: 'instances',
    param: 'instances',
    label: 'Instances',
    hint: 'the ones judged: ready ones, or the autoscaler’s maximum',
    suffix: 'instances',
    scale: 1,
    rule: { name: 'The number of instances', min: 0, max: 1_000_000, whole: true, bounds: 'a whole number from 0' },
  },
  {
    field: 'benchmarkLow',
    param: 'limit',
    label: 'Safe limit of one instance',
    hint: 'lower end of the benchmark',
    suffix: 'req/s',
    scale: 1,
    rule: { name: 'The safe limit', min: 0, above: true, max: 1e9, bounds: 'above 0' },
  },
];
