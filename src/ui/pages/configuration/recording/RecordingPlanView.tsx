import { useEffect, useRef, useState } from 'react';
import { Alert, Badge, LoadingPlaceholder, Stack } from '@grafana/ui';
import type { Settings, SourceSettings } from '../../../../domain/catalogue/Settings';
import type { RecordingPlan } from '../../../../engine/setup/RecordingPlan';
import type { SetupUseCase } from '../../../../engine/setup/SetupUseCase';
import { useConfigurationScope } from '../ConfigurationContext';
import { CodeBlock } from '../../../fields/CodeBlock';
import { CapacityFile } from './CapacityFile';
import { costSentence } from './costSentence';
import { GrafanaRecording } from './GrafanaRecording';
import { useCapacitySources } from './useCapacitySources';

type Asked = { readonly plan: RecordingPlan } | { readonly failure: string } | null;

/** Rules of one source: the file, how to load it, how to fill it backwards. */
export function RecordingPlanView({ source }: { readonly source: SourceSettings }) {
  const { draft, setup } = useConfigurationScope();
  const [round, setRound] = useState(0);
  const asked = useRecordingPlan(setup, source, draft, round);
  const capacity = useCapacitySources(source.uid);
  if (asked === null) {
    return (
      <div role="status">
        <LoadingPlaceholder text="Looking which profiles to record …" />
      </div>
    );
  }
  if ('failure' in asked) {
    return (
      <Alert severity="error" title="The rules could not be written">
        {asked.failure}
      </Alert>
    );
  }
  const { yaml, rules, backfill, notes, loaded, costs } = asked.plan;
  if (yaml === null) {
    return (
      <Alert severity="warning" title="There is nothing to record yet">
        {notes.map((note) => (
          <div key={note}>{note}</div>
        ))}
      </Alert>
    );
  }
  return (
    <Stack direction="column" gap={2}>
      <div>
        {loaded.length > 0 ? (
          <Badge color="green" icon="check" text={`Loaded: ${loaded.length} recorded series, each used once it reaches back as far as the raw ones`} />
        ) : (
          <Badge color="blue" text="Not loaded" />
        )}
      </div>
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
      {costs.map((cost) => (
        <p key={cost.profile}>{costSentence(cost, draft.historyDays)}</p>
      ))}
      <CodeBlock
        title="1. Rule file: add it to rule_files, or load it into the ruler, and reload"
        what="YAML"
        text={yaml}
        fileName="headroom-rules.yml"
      />
      <CodeBlock title="2. Fill it backwards, once, beside the server" what="command" text={backfill} />
      <p>
        Replace the address by that of your server. Without the second step, history keeps coming from raw series until
        the rules have recorded enough.
      </p>
      <CapacityFile capacity={capacity} />
      <GrafanaRecording sourceUid={source.uid} rules={rules} capacity={capacity} onChanged={() => setRound((n) => n + 1)} />
    </Stack>
  );
}

/** @param round asks anew when it changes; what was found before stands until then */
function useRecordingPlan(setup: SetupUseCase, source: SourceSettings, draft: Settings, round: number): Asked {
  const [asked, setAsked] = useState<Asked>(null);
  // Only these decide what is recorded.
  const { customProfiles, historyDays } = draft;
  const latest = useRef(draft);
  useEffect(() => {
    latest.current = draft;
  });
  useEffect(() => {
    const abort = new AbortController();
    setup
      .recordingRules(source, { ...latest.current, customProfiles, historyDays }, abort.signal)
      .then((plan) => setAsked({ plan }))
      .catch((error: unknown) => {
        if (!abort.signal.aborted) {
          setAsked({ failure: String(error) });
        }
      });
    return () => abort.abort();
  }, [setup, source, customProfiles, historyDays, round]);
  return asked;
}
