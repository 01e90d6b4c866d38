import type { FleetColumn } from './FleetColumn';

/** The column without a width needs this much, px. */
const LEAST = 118;
/** Buttons at both ends of a row. */
export const EXPANDER_WIDTH = 32;
export const EVIDENCE_WIDTH = 26;

type Sized = Pick<FleetColumn, 'width' | 'givesWay'>;

/** Columns that fit a width, in their order, and those that had to give way. Columns that never give way always fit. */
export function splitColumns<T extends Sized>(
  columns: readonly T[],
  width: number
): readonly [fit: readonly T[], rest: readonly T[]] {
  if (widthOf(columns) + EVIDENCE_WIDTH <= width) {
    return [columns, []];
  }
  const room = width - EVIDENCE_WIDTH - EXPANDER_WIDTH;
  const leaving = columns.filter((c) => c.givesWay > 0).sort((a, b) => b.givesWay - a.givesWay);
  const kept = new Set(columns);
  for (const column of leaving) {
    if (widthOf([...kept]) <= room) {
      break;
    }
    kept.delete(column);
  }
  return [columns.filter((c) => kept.has(c)), columns.filter((c) => !kept.has(c))];
}

const widthOf = (columns: readonly Sized[]): number => columns.reduce((sum, { width }) => sum + (width ?? LEAST), 0);
