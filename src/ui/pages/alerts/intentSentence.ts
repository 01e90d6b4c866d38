import { formatSpan } from '../../format/formatSpan';
import type { IntentPlan } from '../../../domain/alertrules/IntentPlan';

const count = (n: number, one: string): string => `${n} ${one}${n === 1 ? '' : 's'}`;

/** What would be saved. */
export function intentSentence({ rules, companions, services }: IntentPlan, withCompanions: boolean): string {
  const [first] = rules;
  if (!first) {
    return '';
  }
  const whom = services === 0 ? '' : ` for ${count(services, 'service')}`;
  const watch = withCompanions && companions.length > 0 ? `, and ${count(companions.length, 'rule')} for series that vanish` : '';
  const hold = first.holdFor === 0 ? 'fires at once' : `fires when it holds for ${formatSpan(first.holdFor)}`;
  return `${count(rules.length, 'rule')}${whom}${watch}; looks every ${formatSpan(first.interval)}, ${hold}.`;
}
