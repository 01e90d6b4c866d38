import { useState } from 'react';
import { Alert, Button, Field, Input, SecretInput, Stack } from '@grafana/ui';
import type { RoutingAccess } from '../../../../ports/RoutingAccess';
import { useFieldId } from '../../../fields/useFieldId';
import { useHeadroom } from '../../../HeadroomContext';

interface Props {
  /** The address as it is stored, usable or not; `tokenSet` null = not known. */
  readonly access: { readonly url: string | null; readonly tokenSet: boolean | null };
  readonly editable: boolean;
  readonly onSaved: (access: RoutingAccess) => void;
}

const TOKEN = 'The one the keeper was started with';

/** Address and token of the endpoint. The token is written, never shown. */
export function EndpointForm({ access, editable, onSaved }: Props) {
  const { routing } = useHeadroom();
  const [urlId, tokenId] = [useFieldId(), useFieldId()];
  const [url, setUrl] = useState(access.url ?? '');
  const [token, setToken] = useState('');
  const [keepsToken, setKeepsToken] = useState(access.tokenSet === true);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const save = async () => {
    setBusy(true);
    setProblem(null);
    const answer = await routing.save(url.trim() === '' ? null : url, keepsToken || token === '' ? null : token);
    setBusy(false);
    if (answer.ok) {
      onSaved(answer.value);
    } else {
      setProblem(answer.error.message);
    }
  };
  return (
    <Stack direction="column" gap={1} maxWidth={60}>
      <Field label="Address" description="As Grafana's server reaches it, for example http://keeper:7070" htmlFor={urlId} disabled={!editable} noMargin>
        <Input id={urlId} value={url} placeholder="http://" onChange={(event) => setUrl(event.currentTarget.value)} />
      </Field>
      <Field label="Token" description={access.tokenSet === null ? `${TOKEN}. Whether one is kept is not known; left empty, a kept one stays.` : TOKEN} htmlFor={tokenId} disabled={!editable} noMargin>
        {editable ? (
          <SecretInput id={tokenId} isConfigured={keepsToken} value={token} onReset={() => setKeepsToken(false)} onChange={(event) => setToken(event.currentTarget.value)} />
        ) : (
          <Input id={tokenId} readOnly value={tokenWords(access.tokenSet)} />
        )}
      </Field>
      {problem !== null && <Alert severity="error" title="Not saved" bottomSpacing={0}>{problem}</Alert>}
      {editable ? (
        <div>
          <Button disabled={busy} onClick={() => void save()}>
            {busy ? 'Saving…' : 'Save the endpoint'}
          </Button>
        </div>
      ) : (
        <p>Only an Admin may set the endpoint.</p>
      )}
    </Stack>
  );
}

function tokenWords(tokenSet: boolean | null): string {
  if (tokenSet === null) {
    return 'not known';
  }
  return tokenSet ? 'configured' : 'not set';
}
