import { countOf } from './countOf';
import type { NextAction } from './NextAction';
import type { ReportWords } from './ReportWords';

/** What to do, in words; the service is named by whoever shows it. */
export function actionSentence(action: NextAction, words: ReportWords): string {
  switch (action.kind) {
    case 'add':
      return `add ${action.atLeast ? 'at least ' : ''}${countOf(action.instances, 'instance')}`;
    case 'restore':
      return `find out why it sends no samples${action.lastSeen === null ? '' : `: last seen ${words.ago(action.lastSeen)}`}`;
    case 'spread':
      return `spread its instances evenly over its zones: ${action.reason}`;
    case 'learn':
      return `cannot be judged: ${action.reason}`;
    case 'retest':
      return `test it again: ${action.reason}`;
    case 'give-back':
      return `give back ${countOf(action.instances, 'instance')}${action.pricePerMonth === null ? '' : `: ${words.money(action.pricePerMonth)} a month`}`;
  }
}
