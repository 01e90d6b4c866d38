/** Structured log: facts first, then the sentence. */
export interface KeeperLog {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

export const SILENT_LOG: KeeperLog = { info: () => undefined, warn: () => undefined, error: () => undefined };
