import { css } from '@emotion/css';
import { useCallback, useEffect, useState } from 'react';
import type { GrafanaTheme2 } from '@grafana/data';
import { Alert, Button, Icon, LoadingPlaceholder, useStyles2 } from '@grafana/ui';
import type { Result } from '../../../../domain/base/Result';
import type { RoutingCapabilities } from '../../../../domain/routing/capabilitiesSchema';
import { routingPromises } from '../../../../domain/routing/routingPromises';
import type { RoutingTrouble } from '../../../../engine/routing/RoutingUseCase';
import { PageSection } from '../../../components/PageSection';
import { useHeadroom } from '../../../HeadroomContext';
import { FreezeControl } from './FreezeControl';

type Answer = Result<RoutingCapabilities, RoutingTrouble>;

/** Asks the endpoint now, and says in plain words what it can and cannot promise. */
export function EndpointCheck() {
  const styles = useStyles2(getStyles);
  const { routing, identity } = useHeadroom();
  const [answer, setAnswer] = useState<Answer | null>(null);
  const ask = useCallback(() => void routing.capabilities().then(setAnswer), [routing]);
  useEffect(() => ask(), [ask]);
  const look = () => {
    setAnswer(null);
    ask();
  };
  return (
    <PageSection
      title="What the endpoint promises"
      actions={
        <Button size="sm" variant="secondary" icon="sync" onClick={look}>
          Look again
        </Button>
      }
    >
      {answer === null && <LoadingPlaceholder text="Asking the endpoint…" />}
      {answer && !answer.ok && (
        <Alert severity="error" title="The endpoint did not answer as it should" bottomSpacing={0}>
          {answer.error.message}
        </Alert>
      )}
      {answer?.ok && (
        <>
          <p>
            {answer.value.server} with {answer.value.adapter}, contract version {answer.value.contract}.
          </p>
          <ul className={styles.list}>
            {routingPromises(answer.value).map(({ id, tone, text }) => (
              <li key={id} className={styles.item}>
                <Icon name={tone === 'good' ? 'check' : 'exclamation-triangle'} className={styles[tone]} aria-label={tone === 'good' ? 'Promise' : 'Mind'} />
                {text}
              </li>
            ))}
          </ul>
          <FreezeControl frozen={answer.value.frozen} editable={identity.mayAdminTests} onChanged={setAnswer} />
        </>
      )}
    </PageSection>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({ listStyle: 'none', margin: 0, padding: 0 }),
  item: css({ display: 'flex', gap: theme.spacing(1), alignItems: 'flex-start', padding: theme.spacing(0.5, 0) }),
  good: css({ color: theme.colors.success.text, flexShrink: 0, marginTop: 3 }),
  warn: css({ color: theme.colors.warning.text, flexShrink: 0, marginTop: 3 }),
});
