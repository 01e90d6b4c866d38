import type * as z from 'zod/mini';

/** Options of one router in the configuration file. @throws Error naming the option and what is wrong with it */
export function readOptions<T>(adapter: string, schema: z.ZodMiniType<T>, options: unknown): T {
  const result = schema.safeParse(options);
  if (result.success) {
    return result.data;
  }
  const wrong = result.error.issues.map(({ path, message }) => `options.${path.join('.') || '(all)'}: ${message}`);
  throw new Error(`router of kind ${adapter}: ${wrong.join('; ')}`);
}
