import { useMemo } from 'react';
import { capacityRuleFile } from '../../../../domain/alertrules/capacityRuleFile';
import { CodeBlock } from '../../../fields/CodeBlock';
import type { CapacitySources } from './useCapacitySources';

/** Capacity, required instances and headroom as series, for other systems. */
export function CapacityFile({ capacity: { state, sources } }: { readonly capacity: CapacitySources }) {
  const text = useMemo(() => (sources.length > 0 ? capacityRuleFile(sources) : null), [sources]);
  if (text === null) {
    return <p role="status">{state === 'loading' ? 'Reading services for the file with capacity, required instances and headroom …' : 'There is no service yet whose capacity could be recorded.'}</p>;
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
