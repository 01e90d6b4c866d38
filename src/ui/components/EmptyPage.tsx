import type { ReactNode } from 'react';
import { EmptyState } from '@grafana/ui';
import type { Notice } from '../../engine/Notice';
import { NoticeList } from './NoticeList';

interface Props {
  readonly title: string;
  /** Why there is nothing; each with its next step. */
  readonly notices: readonly Notice[];
  /** Buttons that lead out. */
  readonly actions?: ReactNode;
}

/** A page that looked and found nothing: says why and what to do. */
export function EmptyPage({ title, notices, actions }: Props) {
  return (
    <>
      <NoticeList notices={notices} />
      <EmptyState variant="not-found" message={title} button={actions} />
    </>
  );
}
