export interface Log {
  warn(message: string, context?: Readonly<Record<string, string | number>>): void;
}
