import { of } from 'rxjs';
import { FLEET } from '../domain/capacity/fleet.fixture';
import { facts } from '../domain/capacity/serviceFacts.fixture';
import { answerOf } from './testing/answerOf';
import { source } from './testing/source';

describe('save & test', () => {
  it('tells in words what answers and what was found', async () => {
    const { ds, asked } = source(() => of(answerOf(FLEET)));
    expect(await ds.testDatasource()).toEqual({
      status: 'success',
      message: expect.stringMatching(/app is enabled and .*10 services \(6 P0, 3 P1 and 1 P2\)\.$/),
    });
    expect(asked).toMatchObject([{ until: 'names' }]);
  });

  it('fails with the reason and the way out', async () => {
    const { ds } = source(() => of({ refused: 'The Headroom app is not enabled: ask an Admin.' }));
    expect(await ds.testDatasource()).toEqual({
      status: 'error',
      message: 'The Headroom app is not enabled: ask an Admin.',
    });
  });

  it('does not hide that something failed', async () => {
    const { ds } = source(() =>
      of(
        answerOf(
          [facts()],
          {},
          { notices: [{ id: 'x', severity: 'warning', title: 'A query failed', detail: 'timeout' }] }
        )
      )
    );
    expect((await ds.testDatasource()).message).toMatch(/But: A query failed: timeout$/);
  });
});
