/** Rejection of work that was cancelled. Never a failure: nobody is told, nothing is retried. */
export class AbortError extends Error {
  override readonly name = 'AbortError';

  constructor() {
    super('The work was cancelled.');
  }
}

/** True for ours and for the browser's (`DOMException` of the same name). */
export const isAbortError = (reason: unknown): boolean =>
  typeof reason === 'object' && reason !== null && 'name' in reason && reason.name === 'AbortError';
