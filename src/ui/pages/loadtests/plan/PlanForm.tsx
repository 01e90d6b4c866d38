import { css } from '@emotion/css';
import { useMemo, useState } from 'react';
import type { GrafanaTheme2 } from '@grafana/data';
import { Alert, Stack, useStyles2 } from '@grafana/ui';
import type { RampPlan } from '../../../../domain/ramp/Plan';
import { PageSection } from '../../../components/PageSection';
import { planTargetWords } from '../../../loadtest/planTargetWords';
import { useLoadTests } from '../../../loadtest/useLoadTests';
import { CourseFields } from './CourseFields';
import { DependencyFields } from './DependencyFields';
import { ExtraGuardFields } from './ExtraGuardFields';
import { GuardFields } from './GuardFields';
import { JudgeFields } from './JudgeFields';
import { LimitFields } from './LimitFields';
import { PlanActions } from './PlanActions';
import { PurposeFields } from './PurposeFields';

/** Part of a form that changes a plan. */
export interface PlanPart {
  readonly plan: RampPlan;
  readonly onChange: (plan: RampPlan) => void;
}

/** Everything about a run, with good defaults; what does not fit together is named before anything is asked. */
export function PlanForm({ proposed }: { readonly proposed: RampPlan }) {
  const styles = useStyles2(getStyles);
  const loadTests = useLoadTests();
  const [plan, setPlan] = useState(proposed);
  const checked = useMemo(() => loadTests.check(plan), [loadTests, plan]);
  const part: PlanPart = { plan, onChange: setPlan };
  return (
    <div className={styles.form}>
      <PageSection title="What to find out" about={`About ${planTargetWords(plan)}.`}>
        <Stack direction="column" gap={2}>
          <PurposeFields {...part} />
          <CourseFields {...part} />
        </Stack>
      </PageSection>
      <PageSection title="Guards" about="Fast and absolute, read at every scrape. A guard that is passed ends the step, or the run when safety is at stake. Stale data, a lost lease, a restart of the target and a share that does not follow always stop.">
        <Stack direction="column" gap={2}>
          <GuardFields {...part} />
          <DependencyFields {...part} />
          <ExtraGuardFields {...part} />
        </Stack>
      </PageSection>
      <PageSection title="Judge" about="Statistical: permits the next step only when it is proved that nothing got worse by more than allowed.">
        <JudgeFields {...part} />
      </PageSection>
      <PageSection title="Limits of the run">
        <LimitFields {...part} />
      </PageSection>
      {!checked.ok && (
        <Alert severity="error" title={`The plan does not fit together: ${checked.error.field}`} bottomSpacing={0}>
          {checked.error.message}
        </Alert>
      )}
      <PlanActions plan={plan} usable={checked.ok} onChange={setPlan} />
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  form: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(2), minWidth: 0 }),
});
