import { Badge, type BadgeColor, type IconName } from '@grafana/ui';
import type { Standing } from '../../../domain/alertrules/standingOf';

interface Look {
  readonly text: string;
  readonly color: BadgeColor;
  readonly icon?: IconName;
}

const LOOKS: Readonly<Record<Standing['kind'], Look>> = {
  cannot: { text: 'Cannot be set up', color: 'purple', icon: 'ban' },
  unknown: { text: 'Not known whether it is set up', color: 'purple', icon: 'question-circle' },
  'not-set-up': { text: 'Not set up', color: 'blue' },
  active: { text: 'Active', color: 'green', icon: 'check' },
  paused: { text: 'Paused', color: 'orange', icon: 'pause' },
  drifted: { text: 'Drifted', color: 'orange', icon: 'exclamation-triangle' },
};

const LATER: Look = { text: 'Not yet known', color: 'blue', icon: 'clock-nine' };

interface Props {
  readonly standing: Standing;
  /** True while history is read: what cannot be said yet may be said in a moment. */
  readonly moving: boolean;
}

/** How an intent stands in Grafana, in words. */
export function StandingBadge({ standing, moving }: Props) {
  return <Badge {...(moving && standing.kind === 'cannot' ? LATER : LOOKS[standing.kind])} />;
}
