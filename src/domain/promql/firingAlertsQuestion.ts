import { selector } from './Expr';
import { printExpr } from './printExpr';
import type { QuestionContext } from './QuestionContext';

/**
 * Alerts that Prometheus' own rules have firing now, within the scope of the source; `alertname` names each. Not by the labels
 * of one service: rules of other people name it as they like, and what it depends on counts too.
 */
export const firingAlertsQuestion = ({ scope }: Pick<QuestionContext, 'scope'>): string =>
  printExpr(selector('ALERTS', [{ label: 'alertstate', op: '=', value: 'firing' }, ...scope]));
