import * as z from 'zod/mini';

export const nativeNamesSchema = z.object({
  /** Id of the router in the configuration, and the kind of router it was. */
  router: z.string(),
  adapter: z.string(),
  routerPool: z.string(),
  /** Target -> server. */
  members: z.record(z.string(), z.string()),
});

/** What a pool and its targets were called in the router when something about them was written down. */
export type NativeNames = z.infer<typeof nativeNamesSchema>;
