import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Badge, useStyles2 } from '@grafana/ui';
import type { SourceSettings } from '../../../../domain/catalogue/Settings';
import type { FoundProfile, SourceFindings } from '../../../../engine/setup/SetupView';
import { OtherGroups } from './OtherGroups';
import { InlineCode } from '../../../fields/InlineCode';

/** Metric families found, what each gives, and what each lacks with the way out. */
export function ProfileCards({
  findings,
  source,
}: {
  readonly findings: SourceFindings;
  readonly source: SourceSettings | null;
}) {
  const styles = useStyles2(getStyles);
  if (findings.profiles.length === 0) {
    return <p>{findings.state === 'looking' ? 'Looking …' : 'None. The checks say why.'}</p>;
  }
  return (
    <ul className={styles.list}>
      {findings.profiles.map((found) => (
        <li key={found.profile.id} className={styles.card}>
          <ProfileCard found={found} all={findings.profiles} source={source} />
        </li>
      ))}
    </ul>
  );
}

interface CardProps {
  readonly found: FoundProfile;
  readonly all: readonly FoundProfile[];
  /** Null in a preview, where nothing can be changed. */
  readonly source: SourceSettings | null;
}

function ProfileCard({ found, all, source }: CardProps) {
  const styles = useStyles2(getStyles);
  const { profile, missing } = found;
  return (
    <>
      <div className={styles.head}>
        <strong>{profile.title}</strong>
        {found.custom && <Badge color="purple" text="custom" />}
        <UseBadge found={found} />
      </div>
      <div className={styles.dim}>
        <InlineCode>{profile.detect}</InlineCode> grouped by {profile.group.join(', ')}
      </div>
      {found.found.length > 0 && (
        <ul className={styles.lines}>
          {found.found.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {missing.length > 0 && (
        <details>
          <summary className={styles.summary}>
            {missing.length} {missing.length === 1 ? 'thing' : 'things'} missing, and what to do
          </summary>
          <ul className={styles.lines}>
            {missing.map(({ what, next }) => (
              <li key={what}>
                {what} <span className={styles.dim}>{next}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      <OtherGroups found={found} source={source} all={all} />
    </>
  );
}

function UseBadge({ found }: { readonly found: FoundProfile }) {
  if (!found.usable) {
    return <Badge color="red" icon="exclamation-circle" text="services cannot be told apart" />;
  }
  if (!found.inUse) {
    return <Badge color="blue" text="not read" tooltip="Another choice of profiles was made for this source" />;
  }
  return <Badge color="green" icon="check" text={found.services === null ? 'in use' : `${found.services} services`} />;
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({
    listStyle: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1),
  }),
  card: css({
    padding: theme.spacing(1, 1.5),
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
    background: theme.colors.background.primary,
    overflowWrap: 'anywhere',
  }),
  head: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.spacing(1) }),
  dim: css({ color: theme.colors.text.secondary }),
  summary: css({ cursor: 'pointer', width: 'fit-content' }),
  lines: css({ margin: theme.spacing(0.5, 0, 0), paddingLeft: theme.spacing(2.5) }),
});
