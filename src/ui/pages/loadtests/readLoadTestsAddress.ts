export type LoadTestsAddress =
  | { readonly view: 'overview'; readonly service: string | null }
  /** Null = the service is yet to be chosen. */
  | { readonly view: 'plan'; readonly service: string | null }
  | { readonly view: 'run'; readonly runId: string }
  | { readonly view: 'report'; readonly runId: string }
  | { readonly view: 'compare'; readonly runIds: readonly string[] };

/** Reads the query of an address; the first part that says something decides. */
export function readLoadTestsAddress(search: string): LoadTestsAddress {
  const params = new URLSearchParams(search);
  const text = (name: string): string | null => params.get(name)?.trim() || null;
  const run = text('run');
  if (run !== null) {
    return { view: 'run', runId: run };
  }
  const report = text('report');
  if (report !== null) {
    return { view: 'report', runId: report };
  }
  const compare = text('compare');
  if (compare !== null) {
    return { view: 'compare', runIds: compare.split(',').filter((id) => id !== '') };
  }
  return params.has('plan') ? { view: 'plan', service: text('plan') } : { view: 'overview', service: text('service') };
}
