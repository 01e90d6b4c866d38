import { useMemo } from 'react';
import type { FleetRow } from '../../../domain/capacity/FleetRow';
import { ownerName } from '../../../domain/report/ownerName';
import { ChoiceField } from '../../fields/ChoiceField';

interface Props {
  readonly rows: readonly FleetRow[];
  /** Null = what nobody owns, undefined = everybody's. */
  readonly owner: string | null | undefined;
  readonly onChange: (owner: string | null | undefined) => void;
}

// Values of the box: an owner may be called anything, so that all have a mark in front.
const EVERYBODY = 'all';
const valueOf = (owner: string | null | undefined): string => (owner === undefined ? EVERYBODY : `=${owner ?? ''}`);
const ownerOf = (value: string): string | null | undefined => (value === EVERYBODY ? undefined : value.slice(1) || null);

/** Whose report to show. */
export function OwnerSelect({ rows, owner, onChange }: Props) {
  const options = useMemo(() => {
    // One that is asked for and has nothing any more stays to be seen, and left.
    const names = new Set([...rows.map(({ facts }) => facts.owner ?? ''), ...(owner === undefined ? [] : [owner ?? ''])]);
    const sorted = [...names].sort((a, b) => Number(a === '') - Number(b === '') || a.localeCompare(b));
    return [{ value: EVERYBODY, label: 'All owners' }, ...sorted.map((name) => ({ value: valueOf(name), label: ownerName(name) }))];
  }, [rows, owner]);
  return <ChoiceField label="Owner" value={valueOf(owner)} options={options} onChange={(value) => onChange(ownerOf(value))} />;
}
