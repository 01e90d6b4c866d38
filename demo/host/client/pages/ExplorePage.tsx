import { Alert } from '@grafana/ui';
import { useSearchParams } from 'react-router-dom-v5-compat';
import { PageFrame } from '../shell/PageFrame';

function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

/** Shows what a link to Explore carries, and runs nothing. */
export function ExplorePage() {
  const [search] = useSearchParams();
  const states = ['panes', 'left', 'right'].flatMap((name) => {
    const text = search.get(name);
    return text === null ? [] : [{ name, text: pretty(text) }];
  });
  return (
    <PageFrame title="Explore">
      <Alert severity="info" title="This is a placeholder for Explore">
        The stand-in host runs no queries here. In Grafana this link opens Explore with the following state.
      </Alert>
      {states.map(({ name, text }) => (
        <pre key={name} aria-label={name}>
          {text}
        </pre>
      ))}
    </PageFrame>
  );
}
