import type { TimeWindow } from '../src/domain/base/TimeWindow';
import type { Question } from '../src/domain/promql/Question';
import type { Metrics } from '../src/ports/Metrics';
import { cellsOf } from '../src/engine/queries/Cells';
import type { Asked } from './visitFleet';

const never = new AbortController().signal;

/**
 * The questions one after the other, each for its whole range at once, as somebody would who writes them by hand. What
 * the server refuses whole is sent in halves. Resolves to the kinds of refusals.
 */
export async function askBare(metrics: Metrics, asked: readonly Asked[]): Promise<string[]> {
  const refusals: string[] = [];
  for (const { question, window } of asked) {
    if (question.step === null) {
      await metrics.instant('bench', question.expr, window.to, never);
    } else {
      const cells = cellsOf(question, question.step, window, window.to);
      refusals.push(...(await askRange(metrics, question, question.step, cells)));
    }
  }
  return refusals;
}

async function askRange(metrics: Metrics, question: Question, step: number, cells: TimeWindow): Promise<string[]> {
  const points = { from: cells.from + step, to: cells.to };
  const outcome = await metrics.range('bench', question.expr, points, step, never);
  if (outcome.ok) {
    return [];
  }
  const refusal = `${question.kpi}: ${outcome.error.kind}`;
  const middle = cells.from + Math.ceil((cells.to - cells.from) / step / 2) * step;
  if (middle >= cells.to) {
    return [refusal];
  }
  const older = await askRange(metrics, question, step, { from: cells.from, to: middle });
  const newer = await askRange(metrics, question, step, { from: middle, to: cells.to });
  return [refusal, ...older, ...newer];
}
