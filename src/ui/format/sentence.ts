import { capital } from '../../domain/base/capital';

/** A reason as the domain words it ("history is too short") made a sentence. */
export function sentence(text: string): string {
  const start = capital(text);
  return /[.!?]$/.test(start) ? start : `${start}.`;
}
