import { Subject } from 'rxjs';
import { AbortError } from '../ports/AbortError';
import { newestInTurn } from './newestInTurn';

/** Work that ends when it is told to. */
function workshop() {
  const begun: Array<{ value: number; signal: AbortSignal; end: (result: string) => void; fail: (reason: unknown) => void }> = [];
  const work = (value: number, signal: AbortSignal) =>
    new Promise<string>((end, fail) => {
      begun.push({ value, signal, end, fail });
    });
  const source = new Subject<number>();
  const heard: unknown[] = [];
  const subscription = source.pipe(newestInTurn(work)).subscribe({
    next: (value) => heard.push(value),
    error: (error: unknown) => heard.push(error),
    complete: () => heard.push('complete'),
  });
  return { source, begun, heard, subscription };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('newestInTurn', () => {
  it('finishes what it began, then takes the newest', async () => {
    const { source, begun, heard } = workshop();
    [1, 2, 3].forEach((n) => source.next(n));
    expect(begun.map(({ value }) => value)).toEqual([1]);
    begun[0]?.end('one');
    await turn();
    expect(begun.map(({ value }) => value)).toEqual([1, 3]);
    begun[1]?.end('three');
    await turn();
    expect(heard).toEqual(['one', 'three']);
  });

  it('completes when the last is done', async () => {
    const { source, begun, heard } = workshop();
    source.next(1);
    source.complete();
    expect(heard).toEqual([]);
    begun[0]?.end('one');
    await turn();
    expect(heard).toEqual(['one', 'complete']);
  });

  it('completes at once when nothing is under way', () => {
    const { source, heard } = workshop();
    source.complete();
    expect(heard).toEqual(['complete']);
  });

  it('hands on a failure of the source and of the work', async () => {
    const first = workshop();
    first.source.error(new Error('source'));
    const second = workshop();
    second.source.next(1);
    second.begun[0]?.fail(new Error('work'));
    await turn();
    expect([first.heard, second.heard]).toEqual([[new Error('source')], [new Error('work')]]);
  });

  it('stops the work when nobody listens any more, which is no failure', async () => {
    const { source, begun, heard, subscription } = workshop();
    source.next(1);
    subscription.unsubscribe();
    expect(begun[0]?.signal.aborted).toBe(true);
    begun[0]?.fail(new AbortError());
    await turn();
    expect(heard).toEqual([]);
  });
});
