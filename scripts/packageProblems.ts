import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { globSync } from 'glob';
import * as z from 'zod';

const manifestShape = z.object({
  id: z.string(),
  type: z.enum(['app', 'datasource', 'panel']),
  name: z.string().min(1),
  info: z.object({
    version: z.string(),
    updated: z.string(),
    description: z.string().min(1),
    logos: z.object({ small: z.string(), large: z.string() }),
    screenshots: z.array(z.object({ name: z.string().min(1), path: z.string() })).default([]),
  }),
  includes: z.array(z.object({ type: z.string(), path: z.string().optional(), name: z.string().optional() })).default([]),
  roles: z
    .array(z.object({ role: z.object({ permissions: z.array(z.object({ action: z.string() })) }), grants: z.array(z.enum(['Viewer', 'Editor', 'Admin'])) }))
    .default([]),
  routes: z.array(z.object({ path: z.string(), method: z.string().optional(), reqAction: z.string().optional() })).default([]),
  dependencies: z.object({ grafanaDependency: z.string() }),
});

/**
 * What is wrong with a built plugin, as a person would say it; empty when nothing is. Stands in for the parts of the
 * official validator that need no internet.
 * @param dist the built folder
 * @param version the version that must be in every manifest
 */
export function packageProblems(dist: string, version: string): string[] {
  const manifests = globSync('**/plugin.json', { cwd: dist }).sort();
  if (!manifests.includes('plugin.json')) {
    return [`${dist} holds no plugin.json: build first`];
  }
  const rootId = z.object({ id: z.string() }).parse(JSON.parse(readFileSync(path.join(dist, 'plugin.json'), 'utf8'))).id;
  const missing = ['README.md', 'CHANGELOG.md', 'LICENSE'].filter((file) => !existsSync(path.join(dist, file)));
  return [
    ...missing.map((file) => `${file} is missing from the package`),
    ...manifests.flatMap((file) => manifestProblems(dist, file, version, rootId)),
    ...readmeProblems(dist),
  ];
}

function manifestProblems(dist: string, file: string, version: string, rootId: string): string[] {
  const text = readFileSync(path.join(dist, file), 'utf8');
  const folder = path.dirname(path.join(dist, file));
  const parsed = manifestShape.safeParse(JSON.parse(text));
  if (!parsed.success) {
    return parsed.error.issues.map((issue) => `${file}: ${issue.path.join('.')}: ${issue.message}`);
  }
  const manifest = parsed.data;
  const assets = [manifest.info.logos.small, manifest.info.logos.large, ...manifest.info.screenshots.map((s) => s.path), 'module.js'];
  const org = rootId.split('-')[0];
  return [
    ...[...new Set(assets)].filter((asset) => !existsSync(path.join(folder, asset))).map((asset) => `${file}: ${asset} is not in the package`),
    ...(manifest.info.version === version ? [] : [`${file}: version ${manifest.info.version}, package.json says ${version}`]),
    ...(/%[A-Z_]+%/.test(text) ? [`${file}: a placeholder is left`] : []),
    ...(new RegExp(`^${org}-[a-z0-9]+(-[a-z0-9]+)?$`).test(manifest.id) && manifest.id.endsWith(`-${manifest.type}`)
      ? []
      : [`${file}: id ${manifest.id} is not ${org}-name-${manifest.type}`]),
    ...manifest.includes
      .filter((i) => i.type === 'page' && !i.path?.startsWith(`/a/${rootId}/`))
      .map((i) => `${file}: page ${i.name} points to ${i.path}, outside /a/${rootId}/`),
    ...manifest.roles
      .flatMap((r) => r.role.permissions)
      .filter((p) => !p.action.startsWith(`${rootId}.`) && !p.action.startsWith(`${rootId}:`))
      .map((p) => `${file}: action ${p.action} must start with ${rootId}`),
    ...manifest.routes
      .filter((r) => r.method !== 'GET' && !r.reqAction)
      .map((r) => `${file}: route ${r.path} writes and asks for no action`),
  ];
}

function readmeProblems(dist: string): string[] {
  const readme = existsSync(path.join(dist, 'README.md')) ? readFileSync(path.join(dist, 'README.md'), 'utf8') : '';
  const relative = [...readme.matchAll(/!\[[^\]]*\]\((?!https?:)([^)]+)\)/g)].map((m) => m[1] ?? '');
  return [
    ...(readme.length < 500 ? ['README.md is a stub'] : []),
    ...relative.filter((target) => !existsSync(path.join(dist, target.replace(/^src\//, '')))).map((t) => `README.md shows ${t}, which is not in the package`),
  ];
}
