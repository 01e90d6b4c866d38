import { SystemClock } from './SystemClock';

describe('SystemClock.sleep', () => {
  it('wakes up', async () => expect(await new SystemClock().sleep(1, new AbortController().signal)).toBeUndefined());

  it('is woken by an abort', async () => {
    const controller = new AbortController();
    const sleeping = new SystemClock().sleep(1_000_000, controller.signal);
    controller.abort();
    await expect(sleeping).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('does not fall asleep when aborted before', async () => {
    const controller = new AbortController();
    controller.abort();
    await expect(new SystemClock().sleep(1_000_000, controller.signal)).rejects.toMatchObject({ name: 'AbortError' });
  });
});
