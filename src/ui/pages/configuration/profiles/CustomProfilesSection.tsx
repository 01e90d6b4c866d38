import { useState } from 'react';
import { Button, Stack } from '@grafana/ui';
import { useConfigurationScope } from '../ConfigurationContext';
import { CustomProfileRow } from './CustomProfileRow';
import { formOf } from './formOf';
import { nextProfileId } from './nextProfileId';
import { ProfileEditor } from './ProfileEditor';
import { emptyProfileForm, type ProfileForm } from './ProfileForm';
import { StartFrom } from './StartFrom';

/** Metric families that Headroom does not know by itself. */
export function CustomProfilesSection() {
  const { draft, change, editable } = useConfigurationScope();
  const [form, setForm] = useState<ProfileForm | null>(null);
  if (form !== null) {
    return (
      <ProfileEditor
        initial={form}
        onCancel={() => setForm(null)}
        onUse={(profile) => {
          change({ type: 'profile-saved', profile });
          setForm(null);
        }}
      />
    );
  }
  return (
    <Stack direction="column" gap={2}>
      <p>
        The built-in profiles cover Prometheus clients, OpenTelemetry, Micrometer, gRPC, Istio, Envoy, Traefik,
        ingress-nginx and HAProxy. For anything else, say which metric counts requests and which labels name a service;
        the preview shows at once what that finds.
      </p>
      {draft.customProfiles.length === 0 && <p>No custom profile.</p>}
      {draft.customProfiles.map((profile) => (
        <CustomProfileRow
          key={profile.id}
          profile={profile}
          onEdit={() => setForm(formOf(profile))}
          onRemove={() => change({ type: 'profile-removed', id: profile.id })}
        />
      ))}
      {editable && (
        <Stack gap={1} alignItems="end" wrap="wrap">
          <Button
            variant="secondary"
            icon="plus"
            onClick={() => setForm(emptyProfileForm(nextProfileId('custom', draft.customProfiles)))}
          >
            New profile
          </Button>
          <StartFrom
            onStart={(profile) =>
              setForm(formOf({ ...profile, id: nextProfileId(`${profile.id}-custom`, draft.customProfiles) }))
            }
          />
        </Stack>
      )}
    </Stack>
  );
}
