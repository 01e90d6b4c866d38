import { isAbortError } from '../../ports/AbortError';

/** Null for a read that a stop of this page aborted: not asked is not known, and no failure. */
export async function unlessAborted<T>(read: Promise<T>): Promise<T | null> {
  try {
    return await read;
  } catch (reason) {
    if (isAbortError(reason)) {
      return null;
    }
    throw reason;
  }
}
