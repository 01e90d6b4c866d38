import type { bootData } from './bootData';

export interface IndexPage {
  boot: ReturnType<typeof bootData>;
  subPath: string;
  entry: string;
  styles: readonly string[];
  workers: Readonly<Record<string, string>>;
  nonce: string;
}

/** JSON inside a script element must not be able to close it. */
const asScript = (value: unknown): string => JSON.stringify(value).replace(/</g, '\\u003c');

export function indexPage({ boot, subPath, entry, styles, workers, nonce }: IndexPage): string {
  const background = boot.user.theme === 'light' ? '#f4f5f5' : '#111217';
  const links = styles.map((file) => `<link rel="stylesheet" href="public/build/${file}">`).join('\n');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<base href="${subPath}/">
<title>Stand-in host, not Grafana</title>
<link rel="icon" href="public/stand-in/favicon.svg">
${links}
<style>body { margin: 0; background: ${background}; }</style>
</head>
<body class="theme-${boot.user.theme}">
<div id="reactRoot"></div>
<script nonce="${nonce}">
window.grafanaBootData = ${asScript(boot)};
window.standInWorkers = ${asScript(workers)};
window.__grafana_public_path__ = ${asScript(`${subPath}/public/`)};
</script>
<script type="module" nonce="${nonce}" src="public/build/${entry}"></script>
</body>
</html>
`;
}
