import { useState } from 'react';
import { Field, Input } from '@grafana/ui';
import { useFieldId } from '../../../fields/useFieldId';
import { parseShares } from './parseShares';

interface Props {
  readonly shares: readonly number[];
  readonly onChange: (shares: readonly number[]) => void;
}

/** Shares in per cent, separated by commas; handed on in basis points while they can be read. */
export function SharesField({ shares, onChange }: Props) {
  const id = useFieldId();
  const [typed, setTyped] = useState<string | null>(null);
  const read = typed === null ? null : parseShares(typed);
  const mistake = typeof read === 'string' ? read : null;
  return (
    <Field label="Shares" description="Of the pool's traffic, in per cent, ascending" htmlFor={id} invalid={mistake !== null} error={mistake} noMargin>
      <Input
        id={id}
        value={typed ?? shares.map((bp) => bp / 100).join(', ')}
        suffix="%"
        aria-invalid={mistake !== null}
        onChange={(event) => {
          const text = event.currentTarget.value;
          setTyped(text);
          const next = parseShares(text);
          if (typeof next !== 'string') {
            onChange(next);
          }
        }}
        onBlur={() => setTyped(null)}
      />
    </Field>
  );
}
