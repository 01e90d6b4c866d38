import type { SourceContext } from './SourceContext';

/** True when both would be asked the same questions, in any order. How many series there are does not matter. */
export const sameContexts = (a: readonly SourceContext[], b: readonly SourceContext[]): boolean => textOf(a) === textOf(b);

const textOf = (contexts: readonly SourceContext[]): string => JSON.stringify(contexts.map(asText).sort());

function asText({ sourceUid, sourceName, context }: SourceContext): string {
  const { profile, resource, scope, scrapeInterval, metrics, recorded } = context;
  return JSON.stringify([sourceUid, sourceName, profile, resource, scope, scrapeInterval, [...metrics].sort(), [...recorded].sort()]);
}
