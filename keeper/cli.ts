import { runCommand } from './commands/runCommand';

runCommand(process.argv.slice(2), process.env, (line) => process.stdout.write(`${line}\n`))
  .then((status) => process.exit(status))
  .catch((reason: unknown) => {
    process.stderr.write(`${String(reason)}\n`);
    process.exit(1);
  });
