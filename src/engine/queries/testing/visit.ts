import type { TimeWindow } from '../../../domain/base/TimeWindow';
import type { Question } from '../../../domain/promql/Question';
import type { HistoryView } from '../HistoryView';
import type { QueryLayer } from '../QueryLayer';

/** All views of one visit, until it completes or `leave` says so. */
export function visit(
  layer: QueryLayer,
  question: Question,
  window: TimeWindow,
  leave: (views: readonly HistoryView[]) => boolean = () => false
): Promise<HistoryView[]> {
  const views: HistoryView[] = [];
  return new Promise((resolve, reject) => {
    const subscription = layer.history('prom', question, window, 'history').subscribe({
      next: (view) => {
        views.push(view);
        if (leave(views)) {
          // After the stack has unwound: the first view may come before `subscription` is there.
          queueMicrotask(() => subscription.unsubscribe());
          setImmediate(() => resolve(views));
        }
      },
      complete: () => resolve(views),
      error: reject,
    });
  });
}
