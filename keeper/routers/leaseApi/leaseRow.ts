import { readFile } from 'node:fs/promises';
import * as z from 'zod/mini';
import type { AdapterRow } from '../AdapterRow';
import { fleetOf } from '../fleet/fleetOf';
import { readOptions } from '../readOptions';
import type { RouterTraits } from '../RouterAdapter';
import { LeaseRouter } from './LeaseRouter';

const schema = z.strictObject({
  /** Where each router offers its lease, for example `http://127.0.0.1:24093/headroom`. */
  urls: z.array(z.string().check(z.regex(/^https?:\/\/[^\s/]+/, 'needs an address that begins with http:// or https://'))).check(z.minLength(1)),
  /** File with the bearer token the routers ask for. */
  tokenFile: z.optional(z.string().check(z.minLength(1))),
  timeoutMs: z.optional(z.int().check(z.gte(10), z.lte(60_000))),
});

async function tokenIn(adapter: string, file: string): Promise<string> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new Error(`router of kind ${adapter}: options.tokenFile: ${String(error)}`);
  });
  if (text.trim() === '') {
    throw new Error(`router of kind ${adapter}: options.tokenFile: ${file} is empty`);
  }
  return text.trim();
}

/** Row of a router whose lease is its own. */
export const leaseRow = (traits: RouterTraits): AdapterRow => ({
  adapter: traits.adapter,
  async open(options) {
    const { urls, tokenFile, timeoutMs } = readOptions(traits.adapter, schema, options);
    const token = tokenFile === undefined ? undefined : await tokenIn(traits.adapter, tokenFile);
    return fleetOf(urls, (url) => new LeaseRouter(traits, { url, token, timeoutMs }));
  },
});
