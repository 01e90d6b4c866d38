import { Alert } from '@grafana/ui';
import type { Standing } from '../../../domain/alertrules/standingOf';
import { driftWords } from './driftWords';
import { MessageList } from './MessageList';

/** What changed since the rules were saved, or keeps them from speaking. */
export function IntentDrift({ standing }: { readonly standing: Standing }) {
  if (standing.kind === 'paused') {
    return (
      <Alert severity="warning" title="Paused in Grafana: nobody is told" bottomSpacing={0}>
        <MessageList lines={standing.paused.map(({ title }) => `${title}: open it in Grafana and resume its evaluation. Saving here leaves it paused.`)} />
      </Alert>
    );
  }
  if (standing.kind !== 'drifted') {
    return null;
  }
  // Companions name the same services again.
  const lines = [...new Set(standing.drifted.flatMap(driftWords))];
  const { length } = standing.missing;
  const missing = length === 0 ? [] : [length === 1 ? 'One rule is not there yet.' : `${length} rules are not there yet.`];
  return (
    <Alert severity="warning" title="Not what would be written now: tick it and save to update" bottomSpacing={0}>
      <MessageList lines={[...lines, ...missing]} />
    </Alert>
  );
}
