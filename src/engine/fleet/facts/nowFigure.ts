import { known, unknown, type Figure } from '../../../domain/base/Figure';
import type { Unit } from '../../../domain/base/Unit';
import type { Kpi } from '../../../domain/promql/Question';
import type { LabelledValue } from '../../../ports/Metrics';
import type { ProfileReadings } from '../ProfileReadings';
import { fleetOrigin, nowEvidence } from './evidence';

/** What is summed is the least where something was left out; a ratio may be either. */
const COUNTED: ReadonlySet<Unit> = new Set<Unit>(['instances', 'reqps']);

const IN_PART = 'the data source answered in part, without this service';

/**
 * The number an instant question gave for one service.
 * @param absent why a service may be missing from the answer, and what to do
 * @param pick how several rows of one service become a number; their sum unless said
 */
export function nowFigure(
  readings: ProfileReadings,
  kpi: Kpi,
  key: string,
  unit: Unit,
  absent: { readonly reason: string; readonly next?: string },
  pick: (rows: readonly LabelledValue[]) => number = sum
): Figure {
  const state = readings.now.get(kpi) ?? { state: 'waiting' };
  switch (state.state) {
    case 'waiting':
      return unknown(unit, 'is being read');
    case 'none':
      return unknown(unit, state.none.reason, state.none.next);
    case 'failed':
      return unknown(unit, `could not be read: ${state.failure.message}`, 'Read again, or open Configuration to check the data source.', {
        origins: [fleetOrigin(readings.source, state.question)],
      });
    case 'read': {
      const rows = state.answer.rows.get(key);
      const evidence = nowEvidence(readings.source, state.question, state.answer);
      if (!rows) {
        return state.answer.inPart ? unknown(unit, IN_PART, 'Read again.', evidence) : unknown(unit, absent.reason, absent.next, evidence);
      }
      return known(pick(rows), unit, 'measured', evidence, state.answer.inPart && COUNTED.has(unit) ? 'at least' : undefined);
    }
  }
}

const sum = (rows: readonly LabelledValue[]): number => rows.reduce((total, row) => total + row.value, 0);
