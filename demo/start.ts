import path from 'node:path';
import { DemoError } from './cli/demoError';
import { type DemoOptions, demoOptions, USAGE } from './cli/demoOptions';
import { Progress } from './cli/progress';
import { stopDemo } from './cli/stopDemo';
import { DemoPaths } from './demoPaths';
import { RunDemo } from './runDemo';

const STOP_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

function explain(error: unknown): void {
  const text =
    error instanceof DemoError
      ? error.message
      : error instanceof Error
        ? (error.stack ?? error.message)
        : String(error);
  process.stderr.write(`\n${text}\n`);
}

async function run(options: DemoOptions, paths: DemoPaths, progress: Progress): Promise<void> {
  const begin = Date.now();
  let ending: Promise<void> | undefined;
  const end = (code: number): Promise<void> => {
    ending ??= (demo?.stop() ?? Promise.resolve()).catch(explain).then(() => process.exit(code));
    return ending;
  };
  let demo: RunDemo | undefined;
  for (const signal of STOP_SIGNALS) {
    process.on(signal, () => {
      progress.line('\nStopping ...');
      void end(0);
    });
  }
  try {
    demo = new RunDemo(options, paths, progress, (error) => {
      explain(error);
      void end(1);
    });
    const address = await demo.start();
    progress.line(`\nReady after ${((Date.now() - begin) / 1000).toFixed(0)} s: ${address}\nCtrl-C stops everything.`);
  } catch (error) {
    if (!ending) {
      explain(error);
    }
    await end(1);
  }
}

async function main(): Promise<void> {
  const progress = new Progress(process.stdout);
  let options: DemoOptions;
  try {
    options = demoOptions(process.argv.slice(2));
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
    process.exit(2);
  }
  const paths = new DemoPaths(path.resolve(__dirname, '..'), options.state);
  if (options.help) {
    progress.line(USAGE);
  } else if (options.stop) {
    progress.line(await stopDemo(paths.pidFile));
  } else {
    await run(options, paths, progress);
  }
}

void main();
