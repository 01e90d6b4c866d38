import type { Unit } from '../base/Unit';

/** One line of the capacity arithmetic, as a person would write it. */
export interface ArithmeticLine {
  /** What is worked out, for example `required`. */
  readonly name: string;
  /** In symbols: `max(ceil(D × s / (B × (1 - r))), …)`. */
  readonly formula: string;
  /** The same with numbers: `ceil(6642 × 1.08 / (260 × 0.7))`. */
  readonly substituted: string;
  readonly result: number;
  readonly unit: Unit;
}
