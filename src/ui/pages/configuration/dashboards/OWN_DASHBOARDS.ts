/** Dashboards that come with the app; a test holds them to the files. */
export const OWN_DASHBOARDS = [
  { uid: 'headroom-overview', title: 'Capacity overview', about: 'for a wall: which services hold the next peak' },
  { uid: 'headroom-service', title: 'Service capacity', about: 'one service in full' },
  { uid: 'headroom-weekly-review', title: 'Weekly capacity review', about: 'to print and walk through' },
  { uid: 'headroom-load-tests', title: 'Load tests', about: 'launch and watch, history, the keeper' },
] as const;
