import type { GrafanaTheme2 } from '@grafana/data';

const NAMES = ['blue', 'orange', 'purple', 'green', 'yellow'];

/** Colour of the n-th group, from Grafana's own palette in the current theme. */
export const groupColour = (theme: GrafanaTheme2, group: number): string =>
  theme.visualization.getColorByName(NAMES[group % NAMES.length] ?? 'blue');
