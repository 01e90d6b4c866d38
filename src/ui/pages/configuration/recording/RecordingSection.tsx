import { useState } from 'react';
import { Stack } from '@grafana/ui';
import { useConfigurationScope } from '../ConfigurationContext';
import { ChoiceField } from '../../../fields/ChoiceField';
import { RecordingPlanView } from './RecordingPlanView';

/** The rule file that makes every question cheap, one for each source. */
export function RecordingSection() {
  const { draft, setup } = useConfigurationScope();
  const [chosen, setChosen] = useState<string | null>(null);
  const source = draft.sources.find(({ uid }) => uid === chosen) ?? draft.sources[0];
  const names = new Map(setup.dataSources().map(({ uid, name }) => [uid, name]));
  return (
    <Stack direction="column" gap={2}>
      <p>
        Headroom works without recording rules. With them the data source keeps the sums that pages ask for, and a
        question about a thousand services reads some thousand samples instead of millions. Headroom notices by itself
        when they are loaded, and uses them.
      </p>
      {draft.sources.length > 1 && source && (
        <div style={{ maxWidth: 360 }}>
          <ChoiceField
            label="For"
            value={source.uid}
            options={draft.sources.map(({ uid }) => ({ value: uid, label: names.get(uid) ?? uid }))}
            onChange={setChosen}
          />
        </div>
      )}
      {source ? (
        <RecordingPlanView key={JSON.stringify(source)} source={source} />
      ) : (
        <p>Choose a source first: the rules depend on what it holds.</p>
      )}
    </Stack>
  );
}
