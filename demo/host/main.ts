import path from 'node:path';
import { parseArgs } from 'node:util';
import { isOrgRole, type OrgRole } from './access/OrgRole';
import type { HostOptions, HostVariant, SignedOutAs } from './HostOptions';
import { startHost } from './server';

const USAGE = `Stand-in host: loads the built plugin in a page without Grafana.

  --port            HOST_PORT            3000
  --prometheus-url  PROMETHEUS_URL       http://127.0.0.1:9090
  --dist            HOST_DIST            dist
  --provisioning    HOST_PROVISIONING    provisioning
  --data            HOST_DATA            .demo/host
  --variant         HOST_VARIANT         grafana12 | grafana13
  --sub-path        HOST_SUB_PATH        for instance /grafana
  --csp             HOST_CSP=true        send the content security policy template
  --signed-out      HOST_SIGNED_OUT      admin | anonymous | nobody
  --restrict        HOST_RESTRICT        uid=Role, more of them separated by commas
`;

const one = <T extends string>(name: string, value: string, allowed: readonly T[]): T => {
  const found = allowed.find((each) => each === value);
  if (!found) {
    throw new Error(`${name} is "${value}"; it must be one of ${allowed.join(', ')}`);
  }
  return found;
};

function restrictions(text: string): Record<string, OrgRole> {
  const pairs = text === '' ? [] : text.split(',').map((pair) => pair.split('='));
  return Object.fromEntries(
    pairs.map(([uid = '', role]) => {
      if (!isOrgRole(role)) {
        throw new Error(`--restrict takes uid=Viewer|Editor|Admin, not "${text}"`);
      }
      return [uid, role];
    })
  );
}

/** Undefined: only asked what there is to choose from. */
function readOptions(env: NodeJS.ProcessEnv): HostOptions | undefined {
  const text = (fallback: string) => ({ type: 'string' as const, default: fallback });
  const { values } = parseArgs({
    options: {
      port: text(env.HOST_PORT ?? '3000'),
      'prometheus-url': text(env.PROMETHEUS_URL ?? 'http://127.0.0.1:9090'),
      dist: text(env.HOST_DIST ?? 'dist'),
      provisioning: text(env.HOST_PROVISIONING ?? 'provisioning'),
      data: text(env.HOST_DATA ?? '.demo/host'),
      variant: text(env.HOST_VARIANT ?? 'grafana12'),
      'sub-path': text(env.HOST_SUB_PATH ?? ''),
      csp: { type: 'boolean', default: env.HOST_CSP === 'true' },
      'signed-out': text(env.HOST_SIGNED_OUT ?? 'admin'),
      restrict: text(env.HOST_RESTRICT ?? ''),
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    return undefined;
  }
  return {
    port: Number(values.port),
    prometheusUrl: values['prometheus-url'],
    distDir: path.resolve(values.dist),
    provisioningDir: path.resolve(values.provisioning),
    dataDir: path.resolve(values.data),
    variant: one<HostVariant>('--variant', values.variant, ['grafana12', 'grafana13']),
    subPath: values['sub-path'],
    csp: values.csp,
    signedOut: one<SignedOutAs>('--signed-out', values['signed-out'], ['admin', 'anonymous', 'nobody']),
    restricted: restrictions(values.restrict),
  };
}

async function main(): Promise<void> {
  const options = readOptions(process.env);
  if (!options) {
    console.log(USAGE);
    return;
  }
  const host = await startHost(options);
  console.log(`Stand-in host, not Grafana: ${host.url}`);
  const stop = () => void host.stop().then(() => process.exit(0));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  console.error(`\n${USAGE}`);
  process.exit(1);
});
