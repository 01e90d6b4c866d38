import { combineEvidence, NO_EVIDENCE, type Evidence } from './Evidence';
import type { Unit } from './Unit';

/** How good a known figure is, best first. */
export type Quality = 'measured' | 'declared' | 'estimated' | 'extrapolated';

export interface KnownFigure {
  readonly known: true;
  readonly value: number;
  readonly unit: Unit;
  readonly quality: Quality;
  /** `at least` for a censored peak, `at most` for an upper bound. */
  readonly bound?: 'at least' | 'at most';
  readonly evidence: Evidence;
}

/** Absence is unknown with a reason and a next step, never 0. */
export interface UnknownFigure {
  readonly known: false;
  readonly unit: Unit;
  readonly reason: string;
  readonly nextStep?: string;
  readonly evidence: Evidence;
}

/** A number on a page: value, unit, quality and what it rests on. */
export type Figure = KnownFigure | UnknownFigure;

const QUALITY_ORDER: readonly Quality[] = ['measured', 'declared', 'estimated', 'extrapolated'];

/** A known figure; a value that is not finite becomes unknown instead. */
export function known(
  value: number,
  unit: Unit,
  quality: Quality,
  evidence: Evidence = NO_EVIDENCE,
  bound?: 'at least' | 'at most'
): Figure {
  if (!Number.isFinite(value)) {
    return unknown(unit, `the data source answered ${String(value)}`, undefined, evidence);
  }
  return { known: true, value, unit, quality, evidence, ...(bound && { bound }) };
}

export function unknown(unit: Unit, reason: string, nextStep?: string, evidence: Evidence = NO_EVIDENCE): UnknownFigure {
  return { known: false, unit, reason, evidence, ...(nextStep !== undefined && { nextStep }) };
}

/** The value, or null. */
export const valueOf = (figure: Figure): number | null => (figure.known ? figure.value : null);

/** The weakest of several qualities. */
export const weakest = (qualities: readonly Quality[]): Quality =>
  QUALITY_ORDER[Math.max(0, ...qualities.map((q) => QUALITY_ORDER.indexOf(q)))] ?? 'measured';

/**
 * A figure worked out of others. Unknown when one of them is unknown, with that one's reason;
 * quality is the weakest of the inputs; evidence is all of theirs plus the arithmetic.
 */
export function derive(
  unit: Unit,
  inputs: readonly Figure[],
  calculate: (...values: number[]) => number,
  explain?: (...values: number[]) => readonly string[]
): Figure {
  const evidence = inputs.map((f) => f.evidence);
  const missing = inputs.find((f): f is UnknownFigure => !f.known);
  if (missing) {
    return unknown(unit, missing.reason, missing.nextStep, combineEvidence(evidence));
  }
  const values = inputs.map((f) => (f as KnownFigure).value);
  const quality = weakest(inputs.map((f) => (f as KnownFigure).quality));
  return known(calculate(...values), unit, quality, combineEvidence(evidence, explain?.(...values) ?? []));
}
