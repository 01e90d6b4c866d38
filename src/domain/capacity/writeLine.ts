import type { Unit } from '../base/Unit';
import type { ArithmeticLine } from './ArithmeticLine';
import { writeGrowth } from './writeGrowth';
import { writeNumber } from './writeNumber';

/** A line of the arithmetic as text: `base: benchmark = ceil(4428 × 1 / (260 × 0.7)) = 25`. */
export function writeLine(line: ArithmeticLine): string {
  const result = writeResult(line.result, line.unit);
  return line.substituted === result ? `${line.name} = ${result}` : `${line.name} = ${line.substituted} = ${result}`;
}

function writeResult(result: number, unit: Unit): string {
  return unit === 'growth' ? writeGrowth(result) : writeNumber(result);
}
