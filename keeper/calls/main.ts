import { CallRun } from './CallRun';

const CALLS = 10_000;
const CLIENTS = 8;

/** `npm run keeper:calls -- [seed] [calls]`: the contract under random calls and faults, first left to the keeper alone, then with humans meddling. */
async function main(): Promise<number> {
  const [seed = '1', calls = String(CALLS)] = process.argv.slice(2);
  const alone = await report(Number(seed), Number(calls), false);
  const meddled = await report(Number(seed), Number(calls), true);
  return alone && meddled ? 0 : 1;
}

async function report(seed: number, calls: number, humans: boolean): Promise<boolean> {
  const begun = Date.now();
  const result = await new CallRun({ seed, calls, clients: CLIENTS, humans }).run();
  const lines = [
    humans ? 'with humans who change weights by hand, and an admin who clears what they left:' : 'by the keeper alone:',
    `  ${result.calls} calls from ${CLIENTS} clients, seed ${seed}: ${result.virtualSeconds} s of virtual time in ${((Date.now() - begun) / 1000).toFixed(1)} s`,
    `  answers: ${countsText(result.answers)}`,
    `  faults: ${countsText(result.faults)}`,
    `  longest time a driven target was above its ceiling: ${result.longestUnorderedMs} ms until the keeper ordered the baseline (its second); ${result.longestAboveCeilingMs} ms until a router that holds up or refuses its orders had it`,
    result.broken.length === 0 ? '  every pool is at its baseline, the journal is consistent, every answer conforms to the document' : `  BROKEN:\n${result.broken.join('\n')}`,
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  return result.broken.length === 0;
}

const countsText = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .sort(([, a], [, b]) => b - a)
    .map(([name, n]) => `${name} ${n}`)
    .join(', ');

main()
  .then((status) => process.exit(status))
  .catch((reason: unknown) => {
    process.stderr.write(`${reason instanceof Error ? (reason.stack ?? reason.message) : String(reason)}\n`);
    process.exit(1);
  });
