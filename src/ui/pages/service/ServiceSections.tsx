import { css } from '@emotion/css';
import type { GrafanaTheme2, TimeRange } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { Judgement } from '../../../domain/capacity/Judgement';
import type { ServiceFacts } from '../../../domain/capacity/ServiceFacts';
import type { ServiceView } from '../../../engine/service/ServiceView';
import { ApisSection } from './ApisSection';
import { BenchmarksSection } from './BenchmarksSection';
import { DemandSection } from './DemandSection';
import { FitsSection } from './FitsSection';
import { Headline } from './Headline';
import { InstancesSection } from './InstancesSection';
import { PeaksSection } from './PeaksSection';
import { ResourcesSection } from './ResourcesSection';
import { WhatIfSection } from './WhatIfSection';

interface Props {
  readonly view: ServiceView;
  readonly facts: ServiceFacts;
  readonly judgement: Judgement;
  readonly now: number;
  readonly timeRange: TimeRange;
  readonly timeZone: string;
  readonly onRange: (raw: TimeRange['raw']) => void;
  /** Something the organization shares was changed. */
  readonly onChanged: () => void;
}

/** Everything known of one service, what a person on call needs first on top. */
export function ServiceSections({ view, facts, judgement, now, timeRange, timeZone, onRange, onChanged }: Props) {
  const styles = useStyles2(getStyles);
  const loading = view.state === 'loading' || view.progress !== null;
  return (
    <div className={styles.stack}>
      <Headline facts={facts} judgement={judgement} />
      <DemandSection view={view} judgement={judgement} timeRange={timeRange} timeZone={timeZone} onRange={onRange} />
      <WhatIfSection facts={facts} judgement={judgement} now={now} />
      <PeaksSection view={view} serviceKey={facts.service.key} timeZone={timeZone} onChanged={onChanged} />
      <FitsSection fits={view.fits} loading={loading} />
      <BenchmarksSection facts={facts} benchmarks={view.benchmarks} onChanged={onChanged} />
      <ApisSection apis={view.apis} note={view.apisNote} loading={loading} />
      <ResourcesSection
        resources={view.resources}
        bottleneck={judgement.bottleneck?.resource ?? null}
        loading={loading}
      />
      <InstancesSection facts={facts} autoscaler={view.autoscaler} />
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  stack: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(2), minWidth: 0 }),
});
