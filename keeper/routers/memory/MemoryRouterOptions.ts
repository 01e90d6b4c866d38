import * as z from 'zod/mini';

/** The router in memory: pools with their configured weights, and what it does wrong. */
export const memoryRouterSchema = z.strictObject({
  /** Pool -> server -> configured weight. */
  pools: z.record(z.string(), z.record(z.string(), z.int().check(z.gte(0), z.lte(256)))),
  /** `honest`; answers and does nothing; cannot be read; applies late. */
  form: z._default(z.enum(['honest', 'ignores-writes', 'write-only', 'slow']), 'honest'),
  /** How late the slow form applies. */
  slowMs: z._default(z.int().check(z.gte(1)), 400),
});

export type MemoryRouterOptions = z.infer<typeof memoryRouterSchema>;
