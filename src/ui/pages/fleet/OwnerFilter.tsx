import { useMemo } from 'react';
import { Button, Toggletip } from '@grafana/ui';
import type { JudgedService } from './JudgedService';
import { OwnerChoice } from './OwnerChoice';

interface Props {
  readonly services: readonly JudgedService[];
  readonly selected: readonly string[];
  readonly onChange: (owners: readonly string[]) => void;
}

/**
 * Owners to show; not there where nobody owns anything. Not a MultiCombobox: its toggle carries aria attributes on an
 * element without a role, and chosen names would push the toolbar about.
 */
export function OwnerFilter({ services, selected, onChange }: Props) {
  const owners = useMemo(() => {
    const names = new Set([...services.map((s) => s.facts.owner ?? ''), ...selected]);
    return [...names].sort((a, b) => Number(a === '') - Number(b === '') || a.localeCompare(b));
  }, [services, selected]);
  if (!owners.some(Boolean)) {
    return null;
  }
  return (
    <Toggletip
      placement="bottom-start"
      closeButton={false}
      content={<OwnerChoice owners={owners} selected={selected} onChange={onChange} />}
    >
      <Button variant="secondary" fill="outline" icon="users-alt">
        {selected.length === 0 ? 'All owners' : `Owners: ${selected.length}`}
      </Button>
    </Toggletip>
  );
}
