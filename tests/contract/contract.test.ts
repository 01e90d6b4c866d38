import { ContractWorld } from './ContractWorld';
import { faultCases } from './faultCases';
import { leaseCases } from './leaseCases';
import { shareCases } from './shareCases';
import { SUBJECTS } from './SUBJECTS';

const CASES = [...leaseCases, ...shareCases, ...faultCases];
const results = new Map<string, Map<string, string>>();

describe.each(SUBJECTS.map((subject) => ({ name: subject.name, subject })))('the routing contract before $name', ({ name, subject }) => {
  let world: ContractWorld | undefined;
  const column = new Map<string, string>();
  results.set(name, column);

  beforeAll(async () => {
    expect(await subject.unavailable()).toBeNull();
    world = await ContractWorld.open(subject);
  });

  afterAll(() => world?.close());

  it.each(CASES.map((c) => ({ rule: c.rule, contractCase: c })))('$rule', async ({ rule, contractCase }) => {
    column.set(rule, 'FAILED');
    const present = world;
    if (present === undefined) {
      throw new Error('the router was not started');
    }
    await present.reset();
    const reason = contractCase.unsupported?.(present) ?? null;
    if (reason === null) {
      await contractCase.run(present);
    }
    expect(reason).not.toBe('');
    column.set(rule, reason === null ? 'pass' : `unsupported (${reason})`);
  });
});

afterAll(() => {
  const rows = CASES.map(({ rule }) => `${rule}\n${[...results].map(([name, column]) => `    ${name.padEnd(24)} ${column.get(rule) ?? 'not run'}`).join('\n')}`);
  process.stdout.write(`\n${rows.join('\n')}\n`);
});
