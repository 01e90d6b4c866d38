import type { Labels } from '../base/Labels';
import { demandRate } from './demandRate';
import { aggregate, firstOf, withLabel } from './Expr';
import { printExpr } from './printExpr';
import type { QuestionContext } from './QuestionContext';
import { rateWindow } from './rateWindow';
import { recordedCheckExpr } from './recordedCheck';

const FACT = 'headroom_fact';
const RAW = 'raw';

/**
 * One range expression that tells on which days recorded series held this profile, and on which the raw ones did: a row
 * (label `__name__`) for each recorded series, and one for the raw. A look a day costs one instant answer a day. Read
 * its rows with `reachOf`.
 * @throws InvalidName when the profile names what PromQL does not take
 */
export function recordedReachQuestion(context: QuestionContext): string {
  const raw = aggregate('group', [], demandRate({ ...context, recorded: new Set() }, rateWindow(context)));
  return printExpr(firstOf([recordedCheckExpr(context), withLabel(raw, FACT, RAW)]));
}

/** What a row of the answer speaks of: `raw`, or the name of a recorded series; null when of neither. */
export const reachOf = (labels: Labels): { readonly raw: true } | { readonly raw: false; readonly name: string } | null => {
  const name = labels['__name__'];
  if (name !== undefined) {
    return { raw: false, name };
  }
  return labels[FACT] === RAW ? { raw: true } : null;
};
