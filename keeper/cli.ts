import { runCommand } from './commands/runCommand';

runCommand(process.argv.slice(2), process.env, (line) => process.stdout.write(`${line}\n`))
  // What was printed into a pipe may still be on its way.
  .then((status) => process.stdout.write('', () => process.exit(status)))
  .catch((reason: unknown) => {
    process.stderr.write(`${String(reason)}\n`);
    process.exit(1);
  });
