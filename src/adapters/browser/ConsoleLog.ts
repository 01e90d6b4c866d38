import type { Log } from '../../ports/Log';

/** Warnings for whoever opens the browser's console. */
export class ConsoleLog implements Log {
  warn(message: string, context: Readonly<Record<string, string | number>> = {}): void {
    console.warn(`headroom: ${message}`, context);
  }
}
