import path from 'node:path';
import { parseArgs } from 'node:util';

export interface DemoOptions {
  readonly stop: boolean;
  readonly help: boolean;
  readonly host: boolean;
  readonly fresh: boolean;
  readonly port: number;
  readonly prometheusPort: number;
  readonly livePort: number;
  readonly extraServices: number;
  /** Folder of a demo beside another one; the usual one when left out. */
  readonly state?: string;
}

export const USAGE = `npm run demo -- [options]

  --stop                  stop the demo that runs
  --fresh                 throw the history away and make a new one
  --no-host               everything but the web page
  --port N                web address (3000)
  --prometheus-port N     Prometheus (9090)
  --live-port N           first of the ports of the live part (24080)
  --state FOLDER          keep everything there, to run a second demo beside the first (.demo)
  --services N            N more plain services with a short history, to try another size (0)
`;

function whole(name: string, text: string, most: number): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0 || value > most) {
    throw new Error(`--${name} needs a whole number from 0 to ${most}, not "${text}"`);
  }
  return value;
}

function folder(text: string): string {
  if (text.trim() === '') {
    throw new Error('--state needs the name of a folder');
  }
  return path.resolve(text);
}

const HIGHEST_PORT = 65_535;
const MOST_SERVICES = 5000;

/** Reads the command line; an unknown option or a bad number is an error that names it. */
export function demoOptions(args: readonly string[]): DemoOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      stop: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
      'no-host': { type: 'boolean', default: false },
      fresh: { type: 'boolean', default: false },
      port: { type: 'string', default: '3000' },
      'prometheus-port': { type: 'string', default: '9090' },
      'live-port': { type: 'string', default: '24080' },
      services: { type: 'string', default: '0' },
      state: { type: 'string' },
    },
  });
  return {
    stop: values.stop,
    help: values.help,
    host: !values['no-host'],
    fresh: values.fresh,
    port: whole('port', values.port, HIGHEST_PORT),
    prometheusPort: whole('prometheus-port', values['prometheus-port'], HIGHEST_PORT),
    livePort: whole('live-port', values['live-port'], HIGHEST_PORT - 100),
    extraServices: whole('services', values.services, MOST_SERVICES),
    ...(values.state === undefined ? {} : { state: folder(values.state) }),
  };
}
