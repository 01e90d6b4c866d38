import { Alert } from '@grafana/ui';
import type { Result } from '../../../domain/base/Result';
import type { AlertRuleProblem, SavedRule } from '../../../ports/AlertRules';
import { MessageList } from './MessageList';

type Outcome = Result<SavedRule, AlertRuleProblem> & { readonly rule: { readonly uid: string; readonly title: string } };

/** What became of each rule; those that were refused are named with the reason. */
export function SaveOutcomes({ outcomes }: { readonly outcomes: readonly Outcome[] }) {
  if (outcomes.length === 0) {
    return null;
  }
  const saved = outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value] : []));
  const refused = outcomes.flatMap((outcome) => (outcome.ok ? [] : [{ title: outcome.rule.title, message: outcome.error.message }]));
  // Of many rules most are refused for one reason, which is said once.
  const reasons = [...new Set(refused.map(({ message }) => message))];
  const created = saved.filter(({ change }) => change === 'created').length;
  const notes = [...new Set(saved.map(({ note }) => note))].filter((note) => note !== null);
  return (
    <>
      {saved.length > 0 && (
        <Alert severity={notes.length > 0 ? 'warning' : 'success'} title={`Saved: ${created} created, ${saved.length - created} updated`} bottomSpacing={0}>
          {saved.some(({ folderCreated }) => folderCreated) && <div>The folder Headroom was made for them.</div>}
          {notes.map((note) => (
            <div key={note}>{note}</div>
          ))}
        </Alert>
      )}
      {refused.length > 0 && (
        <Alert severity="error" title={refused.length === 1 ? 'One rule was not saved' : `${refused.length} rules were not saved`} bottomSpacing={0}>
          <MessageList lines={reasons.map((message) => `${named(refused.filter((one) => one.message === message).map(({ title }) => title))}: ${message}`)} />
        </Alert>
      )}
    </>
  );
}

const SHOWN = 3;

const named = (titles: readonly string[]): string =>
  titles.length <= SHOWN ? titles.join('; ') : `${titles.slice(0, SHOWN).join('; ')}; and ${titles.length - SHOWN} more`;
