import type { GrafanaTheme2, IconName } from '@grafana/data';
import type { BarStatus } from './HeadroomBar';

const LOOKS: Readonly<Record<BarStatus, { readonly word: string; readonly icon: IconName; readonly colour: (theme: GrafanaTheme2) => string }>> = {
  short: { word: 'Short', icon: 'exclamation-triangle', colour: (theme) => theme.colors.error.main },
  unbalanced: { word: 'Unbalanced', icon: 'bolt', colour: (theme) => theme.colors.warning.main },
  low: { word: 'Low', icon: 'exclamation-circle', colour: (theme) => theme.colors.warning.main },
  ok: { word: 'Holds', icon: 'check', colour: (theme) => theme.colors.success.main },
  idle: { word: 'Idle', icon: 'arrow-down', colour: (theme) => theme.colors.info.main },
  stale: { word: 'Stale', icon: 'clock-nine', colour: (theme) => theme.colors.text.secondary },
  unknown: { word: 'Unknown', icon: 'question-circle', colour: (theme) => theme.colors.text.secondary },
};

/** Word, icon and colour of a status; never the colour alone. */
export const statusLook = (status: BarStatus) => LOOKS[status];
