/** Records grouped by the service they are about. */
export function recordsByService<T extends { readonly service: string }>(records: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const record of records) {
    const group = groups.get(record.service);
    if (group) {
      group.push(record);
    } else {
      groups.set(record.service, [record]);
    }
  }
  return groups;
}
