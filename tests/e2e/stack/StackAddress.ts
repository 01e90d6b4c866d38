import * as z from 'zod';

const shape = z.object({
  /** The stand-in host that tests share; ends with a slash. */
  hostUrl: z.string(),
  /** The demo's Prometheus: 24 services with 90 days of history. */
  prometheusUrl: z.string(),
  /** The build under test, copied, so that a rebuild does not change a run under way. */
  distDir: z.string(),
});

/** Where the servers of a run are. */
export type StackAddress = z.infer<typeof shape>;

const VARIABLE = 'HEADROOM_STACK';

/** Written by the global set-up; Playwright hands the environment on to its workers. */
export function publishStack(address: StackAddress): void {
  process.env[VARIABLE] = JSON.stringify(address);
}

/** Undefined before the servers run, and when the tests run against a real Grafana. */
export function stackAddress(): StackAddress | undefined {
  const text = process.env[VARIABLE];
  return text === undefined ? undefined : shape.parse(JSON.parse(text));
}
