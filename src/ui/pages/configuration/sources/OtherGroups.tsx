import { Button, Stack } from '@grafana/ui';
import type { SourceSettings } from '../../../../domain/catalogue/Settings';
import type { FoundProfile } from '../../../../engine/setup/SetupView';
import { useConfigurationScope } from '../ConfigurationContext';
import { regrouped } from '../profiles/regrouped';

interface Props {
  readonly found: FoundProfile;
  readonly all: readonly FoundProfile[];
  /** Null in a preview, where nothing can be changed. */
  readonly source: SourceSettings | null;
}

/** Other labels that tell services of this family apart; one click reads it that way. */
export function OtherGroups({ found, all, source }: Props) {
  const { draft, change, editable } = useConfigurationScope();
  if (found.otherGroups.length === 0) {
    return null;
  }
  if (source === null || !editable) {
    return <div>Could also be grouped by: {found.otherGroups.map((group) => group.join(', ')).join(' · ')}</div>;
  }
  return (
    <Stack gap={1} wrap="wrap" alignItems="center">
      <span>Group instead by</span>
      {found.otherGroups.map((group) => (
        <Button
          key={group.join()}
          size="sm"
          variant={found.usable ? 'secondary' : 'primary'}
          fill="outline"
          onClick={() => regrouped(found, group, source, all, draft).forEach(change)}
        >
          {group.join(', ')}
        </Button>
      ))}
    </Stack>
  );
}
