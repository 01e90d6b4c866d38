import { Badge, type BadgeColor, type IconName } from '@grafana/ui';
import type { Standing } from '../../../domain/alertrules/standingOf';

interface Look {
  readonly text: string;
  readonly color: BadgeColor;
  readonly icon?: IconName;
}

const LOOKS: Readonly<Record<Standing['kind'], Look>> = {
  cannot: { text: 'Cannot be set up', color: 'darkgrey', icon: 'ban' },
  unknown: { text: 'Not known whether it is set up', color: 'darkgrey', icon: 'question-circle' },
  'not-set-up': { text: 'Not set up', color: 'blue' },
  active: { text: 'Active', color: 'green', icon: 'check' },
  drifted: { text: 'Drifted', color: 'orange', icon: 'exclamation-triangle' },
};

/** How an intent stands in Grafana, in words. */
export function StandingBadge({ standing }: { readonly standing: Standing }) {
  return <Badge {...LOOKS[standing.kind]} />;
}
