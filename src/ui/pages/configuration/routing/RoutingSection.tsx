import { useEffect, useState } from 'react';
import { Alert, LoadingPlaceholder, Stack } from '@grafana/ui';
import type { RoutingAccess } from '../../../../ports/RoutingAccess';
import { useHeadroom } from '../../../HeadroomContext';
import { EndpointCheck } from './EndpointCheck';
import { EndpointForm } from './EndpointForm';

/** Where load tests send their orders, and what the endpoint promises. Saved apart from the other settings, at once. */
export function RoutingSection() {
  const { routing, identity } = useHeadroom();
  const [access, setAccess] = useState<RoutingAccess | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [saves, setSaves] = useState(0);
  useEffect(() => {
    let wanted = true;
    void routing.access().then((answer) => {
      if (wanted) {
        setAccess(answer.ok ? answer.value : { url: null, tokenSet: false });
        setProblem(answer.ok ? null : answer.error.message);
      }
    });
    return () => {
      wanted = false;
    };
  }, [routing]);
  if (access === null) {
    return <LoadingPlaceholder text="Reading where the endpoint is…" />;
  }
  return (
    <Stack direction="column" gap={2}>
      <p>
        A load test moves live traffic through a routing endpoint beside your router: the keeper that comes with Headroom, or anything that speaks its contract. Grafana keeps the token and puts it into each call; no browser sees it.
      </p>
      {problem !== null && <Alert severity="warning" title="The address could not be read" bottomSpacing={0}>{problem}</Alert>}
      <EndpointForm
        key={saves}
        access={access}
        editable={identity.maySaveSettings}
        onSaved={(next) => {
          setAccess(next);
          setProblem(null);
          setSaves((n) => n + 1);
        }}
      />
      {access.url === null ? <p>Nothing is configured: load tests can be planned and tried on a simulated target, not run.</p> : <EndpointCheck key={`${access.url} ${saves}`} />}
    </Stack>
  );
}
