import { css } from '@emotion/css';
import { useCallback, useState } from 'react';
import type { GrafanaTheme2 } from '@grafana/data';
import { Alert, LinkButton, useStyles2 } from '@grafana/ui';
import { OUTCOME_WORDS } from '../../domain/ramp/Outcome';
import { serviceName } from '../../domain/records/serviceName';
import { NOTHING_RUNS } from '../../engine/loadtest/NOTHING_RUNS';
import type { RunSummary } from '../../engine/loadtest/RunSummary';
import { formatDemand } from '../format/formatDemand';
import { formatMinute } from '../format/formatMinute';
import { useObservable } from '../useObservable';
import { HeldPools } from './HeldPools';
import { loadTestsPath } from './loadTestsPath';
import { PlanStarter } from './PlanStarter';
import { RunningRuns } from './RunningRuns';
import { RunScreen } from './RunScreen';
import { useHistory } from './useHistory';
import { useLoadTests } from './useLoadTests';

/** Primitives only: props of an exposed component are cloned. */
export interface LoadTestTileProps {
  /** Key, or the end of its name, of one service; empty = of all. */
  readonly service: string;
  readonly height: number;
}

/** A load test on a dashboard: the one that runs, else plans to start and what the last one found. */
export function LoadTestTile({ service, height }: LoadTestTileProps) {
  const styles = useStyles2(getStyles);
  const loadTests = useLoadTests();
  const [started, setStarted] = useState<string | null>(null);
  const all = useObservable(
    useCallback(() => loadTests.running(), [loadTests]),
    NOTHING_RUNS
  );
  const running = all.runs.filter((run) => isOf(run, service));
  const shown = running[0]?.runId ?? started;
  return (
    <div className={styles.tile} style={{ height }}>
      {running.some(({ ours }) => !ours) && <RunningRuns runs={running.filter(({ ours }) => !ours)} />}
      <HeldPools held={all.held.filter((pool) => pool.service === null || isNamed(pool.service, nameOf(service)))} problem={all.problem} />
      {shown !== null && <RunScreen runId={shown} compact />}
      {running.length === 0 && (
        <>
          <LastRun service={service} />
          <PlanStarter service={service} onStarted={setStarted} />
        </>
      )}
    </div>
  );
}

function LastRun({ service }: { readonly service: string }) {
  const { runs, problem } = useHistory(null);
  const last = runs?.find((run) => run.outcome !== null && isOf(run, service));
  if (problem !== null) {
    return <Alert severity="warning" title="The run log could not be read" bottomSpacing={0}>{problem}</Alert>;
  }
  if (runs === null) {
    return <p>Reading the run log…</p>;
  }
  if (!last || last.outcome === null) {
    return <p>No load test is on record{service === '' ? '' : ` for ${nameOf(service)}`}.</p>;
  }
  return (
    <p>
      Last load test of {serviceName(last.service)}, {formatMinute(last.startedAt)}: {OUTCOME_WORDS[last.outcome]}
      {last.interval === null ? '' : `, one instance carries ${last.interval.high === null ? 'at least ' : ''}${formatDemand(last.interval.low)}`}.{' '}
      <LinkButton size="sm" fill="text" href={loadTestsPath({ report: last.runId })}>
        Report
      </LinkButton>
    </p>
  );
}

const nameOf = (service: string): string => (service.startsWith('[') || service.startsWith('{') ? serviceName(service) : service);

/** A key is compared whole, a name by what people call the service. */
const isOf = (run: RunSummary, service: string): boolean => run.service === service || isNamed(serviceName(run.service), service);

const isNamed = (name: string, service: string): boolean => service === '' || name === service || name.endsWith(`/${service}`);

const getStyles = (theme: GrafanaTheme2) => ({
  tile: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(1.5), overflowY: 'auto', minWidth: 0 }),
});
