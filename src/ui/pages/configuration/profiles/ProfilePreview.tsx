import { useState } from 'react';
import { Stack } from '@grafana/ui';
import type { Profile } from '../../../../domain/catalogue/Profile';
import { useConfigurationScope } from '../ConfigurationContext';
import { ChoiceField } from '../../../fields/ChoiceField';
import { CheckList } from '../sources/CheckList';
import { FoundServiceTable } from '../sources/FoundServiceTable';
import { ProfileCards } from '../sources/ProfileCards';
import { SourceVerdict } from '../sources/SourceVerdict';
import { useProfilePreview } from './useProfilePreview';

/** What a profile would find, asked live of one source. Null while the form is not complete. */
export function ProfilePreview({ profile }: { readonly profile: Profile | null }) {
  const { draft, setup } = useConfigurationScope();
  const [chosen, setChosen] = useState<string | null>(null);
  const source = draft.sources.find(({ uid }) => uid === chosen) ?? draft.sources[0];
  const findings = useProfilePreview(profile, source);
  const names = new Map(setup.dataSources().map(({ uid, name }) => [uid, name]));
  return (
    <Stack direction="column" gap={2}>
      <Stack alignItems="center" gap={2}>
        <h3 style={{ margin: 0 }}>Live preview</h3>
        {findings && <SourceVerdict findings={findings} />}
      </Stack>
      {draft.sources.length > 1 && source && (
        <ChoiceField
          label="Asked of"
          value={source.uid}
          options={draft.sources.map(({ uid }) => ({ value: uid, label: names.get(uid) ?? uid }))}
          onChange={setChosen}
        />
      )}
      {source === undefined && <p>Choose a source first: there is nothing to ask.</p>}
      {source && !findings && <p>Name the metric and the labels that name a service.</p>}
      {findings && (
        <>
          <ProfileCards
            findings={{ ...findings, profiles: findings.profiles.filter(({ profile: { id } }) => id === profile?.id) }}
            source={null}
          />
          <CheckList
            checks={findings.checks.filter(({ id }) => !id.startsWith('labels:') || id === `labels:${profile?.detect}`)}
          />
          <FoundServiceTable findings={findings} />
        </>
      )}
    </Stack>
  );
}
