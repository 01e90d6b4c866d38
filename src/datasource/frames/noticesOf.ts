import type { QueryResultMetaNotice } from '@grafana/data';
import type { Notice } from '../../engine/Notice';
import type { FeedAnswer } from '../../engine/datasource/FeedAnswer';

/** What a panel's corner says about an answer: how much is known, what failed, what was not found. */
export function noticesOf({
  notices,
  share,
  state,
}: Pick<FeedAnswer, 'notices' | 'share' | 'state'>): QueryResultMetaNotice[] {
  const { progress } = state.view;
  const partial =
    share < 1
      ? [
          {
            severity: 'info' as const,
            text: `Partial: ${Math.floor(share * 100)} % of ${state.settings.historyDays} days of history is read. The next refresh shows more.${progress ? ` ${progress.doing}` : ''}`,
          },
        ]
      : [];
  return [
    ...partial,
    ...staleNotice(state.view.readAt, state.context.now),
    ...notices.map((n) => ({ severity: n.severity, text: textOf(n) })),
  ];
}

const textOf = ({ title, detail, next }: Notice): string =>
  [title.replace(/[.:]$/, ''), detail, next]
    .filter((part) => part !== undefined && part !== '')
    .join('. ')
    .replace(/\.\. /g, '. ');

/** The fleet is read every minute: what is this old could not be read anew. */
const OLD = 3 * 60_000;

const staleNotice = (readAt: number | null, now: number): QueryResultMetaNotice[] =>
  readAt !== null && now - readAt > OLD
    ? [
        {
          severity: 'warning',
          text: `Stale: figures of now were read ${Math.round((now - readAt) / 60_000)} minutes ago and could not be read since.`,
        },
      ]
    : [];
