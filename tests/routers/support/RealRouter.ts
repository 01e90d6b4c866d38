import type { RouterAdapter } from '../../../keeper/routers/RouterAdapter';
import type { Backend } from './Backend';

/** A real router before four backends of weight 100 in one pool, ready to be driven. */
export interface RealRouter {
  /** Where requests go in. */
  readonly port: number;
  readonly backends: readonly Backend[];
  /** Row of the keeper's configuration file; its address leads through a line that can hold up a write. */
  readonly row: { readonly adapter: string; readonly options: unknown };
  /** Where the router answers looks and refuses every change, where it has such a place. */
  readonly lookOnly: string | null;
  /** A new connection of a keeper. */
  open(): Promise<RouterAdapter>;
  /** Stops and starts the process. */
  restart(): Promise<void>;
  /** The router's own way to load its configuration again. */
  reload(): Promise<void>;
  /** Until `wake` nothing in the router runs. */
  freeze(): Promise<void>;
  wake(): Promise<void>;
  /** By the router's own channel, beside the keeper. */
  weightOf(member: string): Promise<number>;
  setWeight(member: string, weight: number): Promise<void>;
  delayNextWrite(ms: number): void;
  stop(): Promise<void>;
}

export const POOL = 'shop';
export const MEMBERS = ['shop-1', 'shop-2', 'shop-3', 'shop-4'] as const;
export const WEIGHT = 100;
export const TOKEN = 'token-of-the-test';
