import { useEffect, useRef, useState } from 'react';
import type { Profile } from '../../../../domain/catalogue/Profile';
import type { SourceSettings } from '../../../../domain/catalogue/Settings';
import type { SourceFindings } from '../../../../engine/setup/SetupView';
import { useConfigurationScope } from '../ConfigurationContext';

/** Findings of one source read with nothing but one profile. Asked again when either says something else. */
export function useProfilePreview(profile: Profile | null, source: SourceSettings | undefined): SourceFindings | null {
  const { draft, setup } = useConfigurationScope();
  const [findings, setFindings] = useState<{ readonly key: string | null; readonly found: SourceFindings } | null>(
    null
  );
  // Both are made anew at every render: their content is what counts.
  const key = profile && source ? JSON.stringify([profile, source]) : null;
  const latest = useRef({ profile, source, draft });
  useEffect(() => {
    latest.current = { profile, source, draft };
  });
  useEffect(() => {
    const { profile, source, draft } = latest.current;
    if (key === null || profile === null || source === undefined) {
      return;
    }
    const others = draft.customProfiles.filter(({ id }) => id !== profile.id);
    const subscription = setup
      .inspect({ ...source, profiles: [profile.id] }, { ...draft, customProfiles: [...others, profile] })
      .subscribe((found) => setFindings({ key, found }));
    return () => subscription.unsubscribe();
  }, [key, setup]);
  return findings?.key === key ? findings.found : null;
}
