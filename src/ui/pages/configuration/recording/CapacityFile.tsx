import { useCallback, useMemo } from 'react';
import { capacityRuleFile } from '../../../../domain/alertrules/capacityRuleFile';
import type { AlertFacts } from '../../../../engine/alerting/AlertUseCase';
import { useHeadroom } from '../../../HeadroomContext';
import { useObservable } from '../../../useObservable';
import { CodeBlock } from '../../../fields/CodeBlock';

const NOTHING_YET: AlertFacts = { state: 'loading', sources: [], progress: null, notices: [] };

/** Capacity, required instances and headroom as series, for other systems. */
export function CapacityFile({ sourceUid }: { readonly sourceUid: string }) {
  const { alerts } = useHeadroom();
  const facts = useObservable(
    useCallback(() => alerts.facts(), [alerts]),
    NOTHING_YET
  );
  const text = useMemo(() => {
    const ours = facts.sources.filter((source) => source.sourceUid === sourceUid);
    return ours.some(({ subjects }) => subjects.length > 0) ? capacityRuleFile(ours) : null;
  }, [facts.sources, sourceUid]);
  if (text === null) {
    return <p role="status">{facts.state === 'loading' ? 'Reading services for the file with capacity, required instances and headroom …' : 'There is no service yet whose capacity could be recorded.'}</p>;
  }
  return (
    <>
      <CodeBlock title="3. Capacity, required instances and headroom of each service, for other systems" what="capacity YAML" text={text} fileName="headroom-capacity-rules.yml" />
      <p>
        It costs up to three series a service and saves nothing here; it is for whoever reads them over the Prometheus API. Its limits are those of the
        saved settings today: load it anew when they change, and do not fill it backwards, or the past would get the limits of today.
      </p>
    </>
  );
}
