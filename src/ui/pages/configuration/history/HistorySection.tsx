import { Stack } from '@grafana/ui';
import { useConfigurationScope } from '../ConfigurationContext';
import { FieldGrid } from '../../../fields/FieldGrid';
import { NumberField } from '../../../fields/NumberField';
import { TextField } from '../../../fields/TextField';

const MILLION = 1_000_000;

/** How far back peaks are looked for, what that may cost, and the currency of prices. */
export function HistorySection() {
  const { draft, change, editable } = useConfigurationScope();
  return (
    <Stack direction="column" gap={2}>
      <p>
        The first visit of each browser reads the whole history once, in small pieces and in the background; later
        visits read only what is new. All-time highs that somebody found are shared with everybody.
      </p>
      <FieldGrid min={280}>
        <NumberField
          label="Days of history"
          description="All-time highs and daily peaks are looked for in this span. Use at least as many days as lie between two big events, if the data reaches back that far."
          value={draft.historyDays}
          unit="days"
          integer
          min={1}
          max={400}
          disabled={!editable}
          onChange={(historyDays) => change({ type: 'history-changed', change: { historyDays } })}
        />
        <NumberField
          label="Daily sample budget"
          description="The most our queries may read in a day, per browser. When it is used up, history waits for tomorrow; what is happening now is always read."
          value={draft.dailySampleBudget === null ? null : draft.dailySampleBudget / MILLION}
          unit="million samples"
          placeholder="no limit"
          min={1}
          max={1_000_000}
          disabled={!editable}
          onChange={(millions) =>
            change({ type: 'history-changed', change: { dailySampleBudget: Math.round(millions * MILLION) } })
          }
          onClear={() => change({ type: 'history-changed', change: { dailySampleBudget: null } })}
        />
        <TextField
          label="Currency"
          description="Three letters, for prices per instance set in the catalogue."
          value={draft.currency}
          disabled={!editable}
          check={(text) => (/^[A-Za-z]{3}$/.test(text.trim()) ? null : 'Three letters, for example EUR.')}
          onCommit={(text) => change({ type: 'history-changed', change: { currency: text.trim().toUpperCase() } })}
        />
      </FieldGrid>
    </Stack>
  );
}
