import type { CataloguedService } from '../inspection/foundServices';

const SHOWN = 8;

interface Props {
  readonly caught: readonly CataloguedService[];
  readonly earlier: ReadonlySet<string>;
  readonly statesTier: boolean;
}

/** What a rule catches now, by name. */
export function CaughtServices({ caught, earlier, statesTier }: Props) {
  if (caught.length === 0) {
    return <div>Catches none of the services found.</div>;
  }
  const before = statesTier ? caught.filter(({ service }) => earlier.has(service.key)).length : 0;
  const names = caught.map(({ service }) => (service.scope ? `${service.scope}/${service.name}` : service.name));
  const rest = names.length - SHOWN;
  return (
    <div style={{ overflowWrap: 'anywhere' }}>
      Catches {caught.length}: {names.slice(0, SHOWN).join(', ')}
      {rest > 0 && (
        <details style={{ display: 'inline' }}>
          <summary style={{ cursor: 'pointer' }}>and {rest} more</summary>
          {names.slice(SHOWN).join(', ')}
        </details>
      )}
      {before > 0 && `. ${before} of them ${before === 1 ? 'has' : 'have'} a tier from a rule above.`}
    </div>
  );
}
