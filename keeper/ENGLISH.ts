import * as z from 'zod/mini';

/** Option of a parse: the small build of zod says only "Invalid input" of its own accord. */
export const ENGLISH = { error: z.locales.en().localeError };
