import { Alert } from '@grafana/ui';
import type { SaveOutcome } from '../../../engine/alerting/AlertUseCase';

/** What became of each rule; those that were refused are named with the reason. */
export function SaveOutcomes({ outcomes }: { readonly outcomes: readonly SaveOutcome[] }) {
  if (outcomes.length === 0) {
    return null;
  }
  const saved = outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value] : []));
  const refused = outcomes.flatMap((outcome) => (outcome.ok ? [] : [{ title: outcome.rule.title, message: outcome.error.message }]));
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
          <ul>
            {refused.map(({ title, message }) => (
              <li key={title}>
                {title}: {message}
              </li>
            ))}
          </ul>
        </Alert>
      )}
    </>
  );
}
