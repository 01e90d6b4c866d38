import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { IntentPlan } from '../../../domain/alertrules/IntentPlan';
import type { Standing } from '../../../domain/alertrules/standingOf';

/** Longer lists are counted. */
const SHOWN = 30;

interface Props {
  readonly plan: IntentPlan;
  readonly standing: Standing;
}

/** Why it cannot be set up, or of whom it cannot speak. */
export function IntentNotes({ plan, standing }: Props) {
  const styles = useStyles2(getStyles);
  if (standing.kind === 'cannot') {
    return (
      <ul className={styles.list}>
        {standing.reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    );
  }
  const notes = [
    ...plan.unanswerable.map(({ profile, reason, next }) => `Profile ${profile}: ${reason}. ${next}`),
    ...plan.leftOut.map(({ service, reason }) => `${service}: ${reason}`),
  ];
  if (notes.length === 0) {
    return null;
  }
  return (
    <details>
      <summary>{leftOutTitle(plan)}</summary>
      <ul className={styles.list}>
        {notes.slice(0, SHOWN).map((note, i) => (
          <li key={`${i} ${note}`}>{note}</li>
        ))}
        {notes.length > SHOWN && <li>and {notes.length - SHOWN} more</li>}
      </ul>
    </details>
  );
}

function leftOutTitle({ leftOut, unanswerable }: IntentPlan): string {
  const services = leftOut.length === 1 ? 'One service is left out' : `${leftOut.length} services are left out`;
  return leftOut.length === 0 ? `${unanswerable.length === 1 ? 'One profile' : `${unanswerable.length} profiles`} cannot answer` : services;
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({ margin: theme.spacing(0.5, 0, 0, 3), overflowWrap: 'anywhere' }),
});
