import { DAY, MINUTE } from '../base/Duration';
import { demandRate } from './demandRate';
import { maxOverTime, subquery } from './Expr';
import { printExpr } from './printExpr';
import type { QuestionContext } from './QuestionContext';
import { rateWindow } from './rateWindow';

/** Greatest demand of the one service in the last 24 hours: today's peak, wherever today began. */
export const peakTodayQuestion = (context: QuestionContext): string => printExpr(maxOverTime(subquery(demandRate(context, rateWindow(context)), DAY, 5 * MINUTE)));
