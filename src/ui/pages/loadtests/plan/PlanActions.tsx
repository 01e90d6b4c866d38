import { css } from '@emotion/css';
import { useState } from 'react';
import { locationUtil, type GrafanaTheme2 } from '@grafana/data';
import { locationService } from '@grafana/runtime';
import { Alert, Button, useStyles2 } from '@grafana/ui';
import type { RampPlan } from '../../../../domain/ramp/Plan';
import type { PreflightReport } from '../../../../domain/ramp/preflight';
import { PageSection } from '../../../components/PageSection';
import { useHeadroom } from '../../../HeadroomContext';
import { RunScreen } from '../../../loadtest/RunScreen';
import { useLoadTestAction } from '../../../loadtest/useLoadTestAction';
import { useLoadTests } from '../../../loadtest/useLoadTests';
import { loadTestsPath } from '../../../loadtest/loadTestsPath';
import { planTargetWords } from '../../../loadtest/planTargetWords';
import { PreflightList } from './PreflightList';
import { RehearseDialog } from './RehearseDialog';
import { StartDialog } from '../../../loadtest/StartDialog';
import { simulatedTarget } from './simulatedTarget';

interface Props {
  readonly plan: RampPlan;
  readonly usable: boolean;
  readonly onChange: (plan: RampPlan) => void;
}

/** Try, look, rehearse, start: in the order in which each can stand on the other. */
export function PlanActions({ plan, usable }: Props) {
  const styles = useStyles2(getStyles);
  const loadTests = useLoadTests();
  const { identity } = useHeadroom();
  const [found, setFound] = useState<{ readonly plan: RampPlan; readonly report: PreflightReport } | null>(null);
  const [simulated, setSimulated] = useState<string | null>(null);
  const [saved, setSaved] = useState<RampPlan | null>(null);
  const [asking, setAsking] = useState<'start' | 'rehearse' | null>(null);
  const { busy, problem, run } = useLoadTestAction();
  // What was looked at for another plan says nothing about this one.
  const report = found?.plan === plan ? found.report : null;
  const open = (runId: string) => locationService.push(locationUtil.stripBaseFromUrl(loadTestsPath({ run: runId })));
  const may = identity.mayRunTests;
  return (
    <>
      <div className={styles.bar}>
        <Button variant="secondary" icon="bolt" disabled={!usable || busy} onClick={() => void run(() => loadTests.simulate(plan, simulatedTarget(plan)), ({ runId }) => setSimulated(runId))}>
          Try on a simulated target
        </Button>
        <Button variant="secondary" icon="search" disabled={!usable || busy} onClick={() => void run(() => loadTests.preflight(plan), (next) => setFound({ plan, report: next }))}>
          Preflight
        </Button>
        <Button variant="secondary" icon="history" disabled={!usable || busy || !may} onClick={() => setAsking('rehearse')}>
          Rehearse the way back
        </Button>
        <Button icon="play" disabled={!usable || busy || !may} onClick={() => setAsking('start')}>
          Start…
        </Button>
        <Button variant="secondary" fill="text" icon="save" disabled={!usable || busy || !may} onClick={() => void run(() => loadTests.savePlan(plan), () => setSaved(plan))}>
          {saved === plan ? 'Saved' : 'Save the plan'}
        </Button>
      </div>
      <div className={styles.words}>A rehearsal and a start move the live traffic of {planTargetWords(plan)}.</div>
      {problem !== null && <Alert severity="error" title={problem} bottomSpacing={0} />}
      {report && (
        <PageSection title="Preflight" about="Everything that must hold before live traffic is moved. Nothing was written.">
          <PreflightList report={report} />
        </PageSection>
      )}
      {simulated !== null && (
        <PageSection title="On a simulated target" about="The same engine against a pretended service, faster than life. No traffic is moved.">
          <RunScreen runId={simulated} />
        </PageSection>
      )}
      {asking === 'rehearse' && (
        <RehearseDialog
          plan={plan}
          onCancel={() => setAsking(null)}
          onRehearse={() => {
            setAsking(null);
            void run(() => loadTests.rehearse(plan), ({ runId }) => open(runId));
          }}
        />
      )}
      {asking === 'start' && (
        <StartDialog
          plan={plan}
          onCancel={() => setAsking(null)}
          onStart={() => {
            setAsking(null);
            void run(() => loadTests.start(plan), ({ runId }) => open(runId));
          }}
        />
      )}
    </>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  bar: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) }),
  words: css({ color: theme.colors.text.secondary, overflowWrap: 'anywhere' }),
});
