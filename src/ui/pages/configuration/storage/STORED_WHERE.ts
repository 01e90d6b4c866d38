interface StoredThing {
  readonly what: string;
  readonly where: string;
  readonly who: string;
  readonly note: string;
}

/** All that Headroom keeps, in the words of a person who must answer for it. */
export const STORED_WHERE: readonly StoredThing[] = [
  {
    what: 'This configuration',
    where: 'Settings of the app in Grafana',
    who: 'Admin',
    note: 'Every Viewer can read it: no secrets belong here. A file in provisioning/plugins/ overwrites it at every start of Grafana.',
  },
  {
    what: 'Token of the routing endpoint',
    where: 'Secure settings of the app in Grafana',
    who: 'Admin',
    note: 'No browser reads it back: Grafana’s proxy puts it into each call.',
  },
  {
    what: 'Benchmarks, all-time highs, voids, plans and the log of load tests',
    where: 'Organization annotations in Grafana',
    who: 'Editor',
    note: 'One record each, with the name of who wrote it, never rewritten. Grafana can be told to delete old annotations: then they are gone.',
  },
  {
    what: 'Alert and recording rules saved here',
    where: 'Grafana’s alerting, folder Headroom',
    who: 'Editor',
    note: 'Ordinary rules of Grafana: they are evaluated without this app. What recording rules record goes to the data source they name.',
  },
  {
    what: 'Leases, freeze, audit log',
    where: 'The keeper beside the router',
    who: 'the keeper, as Editors and Admins ask',
    note: 'Outside Grafana, in the keeper’s state directory. Only where a routing endpoint is set; another endpoint than the keeper keeps what it keeps.',
  },
  {
    what: 'History read from data sources, metric families found there, samples read today',
    where: 'This browser (IndexedDB)',
    who: 'each browser',
    note: 'A cache. Losing it costs one reading of the history.',
  },
  {
    what: 'Lines of a load test’s log that Grafana has not taken yet',
    where: 'This browser (local storage)',
    who: 'each browser',
    note: 'They go out before the next line, and are gone from here once Grafana has them.',
  },
];
