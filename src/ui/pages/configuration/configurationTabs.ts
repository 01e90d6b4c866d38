/** Tabs in the order a person sets the app up; the id stands in the address. */
export const CONFIGURATION_TABS = [
  { id: 'sources', label: 'Sources' },
  { id: 'catalogue', label: 'Catalogue' },
  { id: 'policy', label: 'Policy' },
  { id: 'history', label: 'History & budget' },
  { id: 'profiles', label: 'Custom profiles' },
  { id: 'recording', label: 'Recording rules' },
  { id: 'routing', label: 'Load tests' },
  { id: 'dashboards', label: 'Dashboards' },
  { id: 'storage', label: 'Storage' },
] as const;

export type ConfigurationTab = (typeof CONFIGURATION_TABS)[number]['id'];

/** The tab an address names; the first for anything else. */
export const tabOf = (text: string | null): ConfigurationTab =>
  CONFIGURATION_TABS.find(({ id }) => id === text)?.id ?? 'sources';
