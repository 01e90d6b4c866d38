interface StoredThing {
  readonly what: string;
  readonly where: string;
  readonly who: string;
  readonly note: string;
}

/** What Headroom keeps, in the words of a person who must answer for it. */
export const STORED_WHERE: readonly StoredThing[] = [
  {
    what: 'This configuration',
    where: 'Settings of the app in Grafana',
    who: 'Admin',
    note: 'Every Viewer can read it: no secrets belong here. A file in provisioning/plugins/ overwrites it at every start of Grafana.',
  },
  {
    what: 'Benchmarks, all-time highs, voids',
    where: 'Organization annotations in Grafana',
    who: 'Editor',
    note: 'One record each, never rewritten. Grafana can be told to delete old annotations: then they are gone.',
  },
  {
    what: 'Drafts and view preferences',
    where: 'User storage in Grafana',
    who: 'each user',
    note: 'Nobody else sees them.',
  },
  {
    what: 'Ledger of peaks',
    where: 'This browser (IndexedDB)',
    who: 'each browser',
    note: 'A cache. Losing it costs one reading of the history.',
  },
];
