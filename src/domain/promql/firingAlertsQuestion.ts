import { selector } from './Expr';
import { printExpr } from './printExpr';
import type { QuestionContext } from './QuestionContext';
import { scopedMatchers } from './scopedMatchers';

/** Alerts that Prometheus' own rules have firing now and that carry the labels of the service asked about; `alertname` names each. */
export const firingAlertsQuestion = (context: QuestionContext): string =>
  printExpr(selector('ALERTS', scopedMatchers(context, [{ label: 'alertstate', op: '=', value: 'firing' }])));
