import * as z from 'zod/mini';

/** What can be ordered without the port. */
export const controlOrderSchema = z.discriminatedUnion('order', [
  z.strictObject({ order: z.literal('stop'), pool: z.string(), by: z.string() }),
  z.strictObject({ order: z.literal('freeze'), reason: z.string(), by: z.string() }),
  z.strictObject({ order: z.literal('unfreeze'), by: z.string() }),
]);

export type ControlOrder = z.infer<typeof controlOrderSchema>;
