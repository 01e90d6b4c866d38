import * as z from 'zod/mini';
import { SystemClock } from '../../clock/SystemClock';
import type { AdapterRow } from '../AdapterRow';
import { readOptions } from '../readOptions';
import { MemoryRouter } from './MemoryRouter';
import { memoryRouterSchema } from './MemoryRouterOptions';
import { RemoteMemoryRouter } from './RemoteMemoryRouter';

const remoteSchema = z.strictObject({ url: z.url() });

/** For trying the keeper out without a router: `{ pools }` lives in this process, `{ url }` in another. */
export const MEMORY_ROW: AdapterRow = {
  adapter: 'memory',
  open: async (options) => {
    const remote = remoteSchema.safeParse(options);
    return remote.success ? RemoteMemoryRouter.open(remote.data.url) : new MemoryRouter(readOptions('memory', memoryRouterSchema, options), new SystemClock());
  },
};
