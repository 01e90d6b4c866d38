import { useState } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, Stack, useStyles2 } from '@grafana/ui';
import type { Profile } from '../../../../domain/catalogue/Profile';
import { useConfigurationScope } from '../ConfigurationContext';
import { ProfileFields } from './ProfileFields';
import type { ProfileForm } from './ProfileForm';
import { profileOf } from './profileOf';
import { ProfilePreview } from './ProfilePreview';

interface Props {
  readonly initial: ProfileForm;
  readonly onUse: (profile: Profile) => void;
  readonly onCancel: () => void;
}

/** The form beside what it finds. Nothing reaches the draft before "Use this profile". */
export function ProfileEditor({ initial, onUse, onCancel }: Props) {
  const styles = useStyles2(getStyles);
  const { editable } = useConfigurationScope();
  const [form, setForm] = useState(initial);
  const outcome = profileOf(form);
  return (
    <div className={styles.columns}>
      <Stack direction="column" gap={2}>
        <ProfileFields form={form} onChange={setForm} />
        <Stack gap={1} alignItems="center" wrap="wrap">
          {editable && (
            <Button disabled={!outcome.ok} onClick={() => outcome.ok && onUse(outcome.value)}>
              Use this profile
            </Button>
          )}
          <Button variant="secondary" onClick={onCancel}>
            {editable ? 'Cancel' : 'Back'}
          </Button>
          {!outcome.ok && form.metric !== '' && (
            <span role="status">
              Not complete: {outcome.error.field}: {outcome.error.message}
            </span>
          )}
        </Stack>
      </Stack>
      <div className={styles.preview}>
        <ProfilePreview profile={outcome.ok ? outcome.value : null} />
      </div>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  columns: css({
    display: 'grid',
    gap: theme.spacing(3),
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(420px, 100%), 1fr))',
    '& > *': { minWidth: 0 },
  }),
  preview: css({
    padding: theme.spacing(2),
    background: theme.colors.background.secondary,
    borderRadius: theme.shape.radius.default,
    alignSelf: 'start',
  }),
});
