import { useEffect, useState } from 'react';
import { Alert, Button, LoadingPlaceholder, Stack } from '@grafana/ui';
import { ok, type Result } from '../../../../domain/base/Result';
import type { RoutingTrouble } from '../../../../engine/routing/RoutingUseCase';
import type { RoutingAccess } from '../../../../ports/RoutingAccess';
import { useHeadroom } from '../../../HeadroomContext';
import { EndpointCheck } from './EndpointCheck';
import { EndpointForm } from './EndpointForm';

type Answer = Result<RoutingAccess, RoutingTrouble>;

/** Where load tests send their orders, and what the endpoint promises. Saved apart from the other settings, at once. */
export function RoutingSection() {
  const { routing, identity } = useHeadroom();
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [reads, setReads] = useState(0);
  const [saves, setSaves] = useState(0);
  useEffect(() => {
    let wanted = true;
    void routing.access().then((found) => {
      if (wanted) {
        setAnswer(found);
      }
    });
    return () => {
      wanted = false;
    };
  }, [routing, reads]);
  if (answer === null) {
    return <LoadingPlaceholder text="Reading where the endpoint is…" />;
  }
  const readAgain = () => {
    setAnswer(null);
    setReads((n) => n + 1);
  };
  const shown = shownOf(answer);
  return (
    <Stack direction="column" gap={2}>
      <p>
        A load test moves live traffic through a routing endpoint beside your router: the keeper that comes with Headroom, or anything that speaks its contract. Grafana keeps the token and puts it into each call; no browser sees it.
      </p>
      {!answer.ok && (
        <Alert severity="warning" title={shown === null ? 'The address could not be read' : 'The stored address cannot be used'} bottomSpacing={0}>
          <p>{answer.error.message}</p>
          {shown === null && (
            <Button size="sm" variant="secondary" icon="sync" onClick={readAgain}>
              Read again
            </Button>
          )}
        </Alert>
      )}
      {shown !== null && (
        <EndpointForm
          key={`form ${saves}`}
          access={shown}
          editable={identity.maySaveSettings}
          onSaved={(next) => {
            setAnswer(ok(next));
            setSaves((n) => n + 1);
          }}
        />
      )}
      {answer.ok && answer.value.url === null && <p>Nothing is configured: load tests can be planned and tried on a simulated target, not run.</p>}
      {mayAnswer(answer) && <EndpointCheck key={`check ${saves}`} />}
    </Stack>
  );
}

/** What the form starts from. Null while nobody knows what is stored: an empty form, saved, would take the address away. */
function shownOf(answer: Answer): { readonly url: string | null; readonly tokenSet: boolean | null } | null {
  if (answer.ok) {
    return answer.value;
  }
  return answer.error.stored === undefined ? null : { url: answer.error.stored, tokenSet: null };
}

/** Who may not read the address may still ask the endpoint: the proxy knows it. */
const mayAnswer = (answer: Answer): boolean => (answer.ok ? answer.value.url !== null : answer.error.kind === 'forbidden');
