const DIGITS = 16;

/** A run's name: unguessable enough never to be met twice. Not `randomUUID`, which pages without TLS do not have. */
export const newRunId = (): string => Array.from(crypto.getRandomValues(new Uint8Array(DIGITS / 2)), (byte) => byte.toString(16).padStart(2, '0')).join('');
