import * as z from 'zod/mini';

/** The part of a run record that holds a rehearsal. */
export const storedRehearsalSchema = z.object({ rehearsal: z.nullable(z.object({ at: z.number(), returnMs: z.number().check(z.gte(0)), server: z.string() })) });
