import { useMemo } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { LoadingBar, useStyles2 } from '@grafana/ui';
import { judgeService } from '../../../domain/capacity/judgeService';
import { useElementWidth } from '../../charts/useElementWidth';
import { FillProgressBar } from '../../components/FillProgressBar';
import { NoticeList } from '../../components/NoticeList';
import { useNow } from '../../components/useNow';
import { FleetLink } from './FleetLink';
import { couldNotLook } from './couldNotLook';
import { pageNotices } from './pageNotices';
import { ServiceNotFound } from './ServiceNotFound';
import { ServiceSections } from './ServiceSections';
import { ServiceSkeleton } from './ServiceSkeleton';
import { ServiceStanding } from './ServiceStanding';
import type { ServiceAddress } from './useServiceAddress';
import type { ServiceWatch } from './useServiceView';

interface Props {
  readonly watch: ServiceWatch;
  readonly address: ServiceAddress;
  readonly timeZone: string;
  readonly onChanged: () => void;
}

/** Chooses what the page shows: its shape, that there is no such service, or everything known so far. */
export function ServiceBody({ watch, address, timeZone, onChanged }: Props) {
  const styles = useStyles2(getStyles);
  const [ref, width] = useElementWidth();
  const now = useNow();
  const { view, waiting } = watch;
  const facts = view?.facts ?? null;
  const judgement = useMemo(() => (facts === null ? null : judgeService(facts, { growth: 0, now })), [facts, now]);
  const notices = pageNotices(watch, address.problem);
  if (view?.state === 'not-found') {
    return (
      <ServiceNotFound
        title={couldNotLook(view) ? 'The service could not be looked for' : 'No such service'}
        notices={notices}
      />
    );
  }
  return (
    <div ref={ref} className={styles.body}>
      <div className={styles.bar}>{waiting && <LoadingBar width={width} ariaLabel="Reading the range" />}</div>
      <NoticeList notices={notices} />
      <FillProgressBar progress={view?.progress ?? null} what="Reading this service" />
      {view && facts && judgement ? (
        <>
          <ServiceStanding facts={facts} status={judgement.status} />
          <ServiceSections
            view={view}
            facts={facts}
            judgement={judgement}
            now={now}
            timeRange={address.range}
            timeZone={timeZone}
            onRange={address.setRange}
            onChanged={onChanged}
          />
        </>
      ) : watch.failure === null ? (
        <ServiceSkeleton />
      ) : (
        <FleetLink>Fleet</FleetLink>
      )}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  body: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(2), minWidth: 0 }),
  // Always there, so that a new range moves nothing.
  bar: css({ height: 1, overflow: 'hidden' }),
});
