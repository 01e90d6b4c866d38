import { err, ok } from '../../domain/base/Result';
import type { Benchmark } from '../../domain/capacity/Benchmark';
import { Benchmarks } from './Benchmarks';

const NOW = 1_700_000_000_000;
const identity = { login: 'ed', orgId: 1, storeScope: 's', maySaveSettings: false, mayDeclareBenchmarks: true, mayExplore: true, mayRunTests: true, mayAdminTests: false };
const declaration = { low: 120, high: null, version: 'v2', spec: null, note: 'black friday drill' };

function setup(options: { mayWrite?: boolean; refuse?: boolean } = {}) {
  const declared: Array<[string, Benchmark]> = [];
  const voided: unknown[] = [];
  let written = 0;
  const refusal = err({ kind: 'forbidden' as const, message: 'no' });
  const useCase = new Benchmarks(
    {
      list: async () => ok({ benchmarks: [], unreadable: 0 }),
      declare: async (service, benchmark) => {
        if (options.refuse) {
          return refusal;
        }
        declared.push([service, benchmark]);
        return ok({ id: '7', service, benchmark });
      },
      withdraw: async () => (options.refuse ? refusal : ok(null)),
    },
    {
      list: async () => ok({ aths: [], voids: [], unreadable: 0 }),
      publish: async (ath) => ok({ ...ath, id: '1' }),
      void: async (v) => {
        voided.push(v);
        return ok({ ...v, id: '2' });
      },
    },
    { ...identity, mayDeclareBenchmarks: options.mayWrite ?? true },
    { now: () => NOW, sleep: async () => undefined },
    () => written++
  );
  return { useCase, declared, voided, writes: () => written };
}

describe('declaring a benchmark', () => {
  it('notes who and when', async () => {
    const { useCase, declared, writes } = setup();
    expect(await useCase.declare('svc', declaration)).toMatchObject({ ok: true, value: { id: '7' } });
    expect(declared[0]).toMatchObject(['svc', { origin: 'declared', low: 120, high: null, at: NOW, by: 'ed', version: 'v2', note: 'black friday drill' }]);
    expect(writes()).toBe(1);
  });

  it.each([
    [{ ...declaration, low: 0 }, '0 requests/s is not a benchmark'],
    [{ ...declaration, low: NaN }, 'NaN requests/s'],
    [{ ...declaration, low: -3 }, '-3 requests/s'],
    [{ ...declaration, high: 100 }, 'The upper end 100 must not be below the lower end 120'],
  ])('refuses %j and names the value', async (bad, message) => {
    const { useCase, declared } = setup();
    const result = await useCase.declare('svc', bad);
    expect(!result.ok && result.error.message).toContain(message);
    expect(declared).toEqual([]);
  });

  it('refuses a Viewer before anything is sent', async () => {
    const { useCase, declared } = setup({ mayWrite: false });
    expect(await useCase.declare('svc', declaration)).toMatchObject({ ok: false, error: { kind: 'forbidden' } });
    expect(await useCase.withdraw('7')).toMatchObject({ ok: false, error: { kind: 'forbidden' } });
    expect(declared).toEqual([]);
  });

  it('tells nobody when the write was refused', async () => {
    const { useCase, writes } = setup({ refuse: true });
    expect(await useCase.declare('svc', declaration)).toMatchObject({ ok: false });
    expect(writes()).toBe(0);
  });
});

describe('voiding an all-time high', () => {
  it('asks for a reason', async () => {
    const { useCase, voided } = setup();
    expect(await useCase.voidAth('svc', 5, '  ')).toMatchObject({ ok: false, error: { kind: 'invalid' } });
    expect(voided).toEqual([]);
  });

  it('records the reason and the person', async () => {
    const { useCase, voided } = setup();
    expect(await useCase.voidAth('svc', 5, ' bot storm ')).toEqual({ ok: true, value: null });
    expect(voided).toEqual([{ service: 'svc', at: 5, reason: 'bot storm', by: 'ed' }]);
  });
});
