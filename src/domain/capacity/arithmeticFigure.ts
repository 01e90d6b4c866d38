import type { Evidence } from '../base/Evidence';
import { known, unknown, type Figure, type Quality } from '../base/Figure';
import type { Unit } from '../base/Unit';
import type { ArithmeticLine } from './ArithmeticLine';

/** A line of the arithmetic with its text, written once for all figures that show it. */
export interface WrittenLine {
  readonly line: ArithmeticLine;
  readonly text: string;
}

export interface FigureTraits {
  readonly unit: Unit;
  readonly quality: Quality;
  readonly evidence: Evidence;
  readonly bound: 'at least' | 'at most' | undefined;
  /** Reason when the arithmetic has no such line. */
  readonly otherwise: string;
}

/** One result of the arithmetic as a figure, with the lines that lead to it. */
export function arithmeticFigure(lines: readonly WrittenLine[], name: string, traits: FigureTraits): Figure {
  const upTo = lines.findIndex((l) => l.line.name === name);
  const line = lines[upTo]?.line;
  if (!line) {
    return unknown(traits.unit, traits.otherwise, undefined, traits.evidence);
  }
  const text = lines
    .slice(0, upTo + 1)
    .filter((l) => belongsTo(l.line.name, name))
    .map((l) => l.text);
  const evidence = {
    ...traits.evidence,
    origins: [{ kind: 'derived' as const, lines: text }, ...traits.evidence.origins],
  };
  return known(line.result, traits.unit, traits.quality, evidence, traits.bound);
}

const NEEDS: ReadonlySet<string> = new Set(['required', 'spare']);

/** Lines worth showing under a figure: the way to it, not its neighbours. */
function belongsTo(line: string, figure: string): boolean {
  if (line === figure || line === 'plain peak') {
    return line === figure || figure !== 'capacity';
  }
  if (line === 'design demand') {
    return NEEDS.has(figure) || figure === 'event margin';
  }
  if (line.startsWith('base')) {
    return NEEDS.has(figure);
  }
  return line === 'required' ? figure === 'spare' : !NEEDS.has(figure) && (line === 'survivors' || line === 'capacity');
}
