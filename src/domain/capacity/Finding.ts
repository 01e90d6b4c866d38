/** Outcome of asking data something it may not be able to say. `T` carries the answer and what it rests on. */
export type Finding<T> = ({ readonly known: true } & Readonly<T>) | NotFound;

/** Why the data cannot say, and what would help. */
export interface NotFound {
  readonly known: false;
  readonly reason: string;
  readonly nextStep: string;
}

export const found = <T extends object>(answer: T): { readonly known: true } & T => ({ known: true, ...answer });

export const notFound = (reason: string, nextStep: string): NotFound => ({ known: false, reason, nextStep });
