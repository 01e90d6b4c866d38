import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { packageProblems } from './packageProblems';
import { fileSizes, sizeProblems } from './sizeProblems';

const manifest = {
  id: 'acme-capacity-app',
  type: 'app',
  name: 'Capacity',
  info: { version: '1.2.3', updated: '2026-01-01', description: 'x', logos: { small: 'img/logo.svg', large: 'img/logo.svg' }, screenshots: [] },
  includes: [{ type: 'page', name: 'Fleet', path: '/a/acme-capacity-app/fleet' }],
  roles: [{ role: { permissions: [{ action: 'acme-capacity-app.records:write' }] }, grants: ['Editor'] }],
  dependencies: { grafanaDependency: '>=12.3.0-0' },
};

let dist: string;
beforeEach(() => {
  dist = mkdtempSync(path.join(tmpdir(), 'headroom-package-'));
  mkdirSync(path.join(dist, 'img'));
  writeFileSync(path.join(dist, 'img/logo.svg'), '<svg/>');
  writeFileSync(path.join(dist, 'module.js'), 'define([], () => {})');
  ['CHANGELOG.md', 'LICENSE'].forEach((file) => writeFileSync(path.join(dist, file), 'x'));
  writeFileSync(path.join(dist, 'README.md'), 'A plugin. '.repeat(60));
  write(manifest);
});
afterEach(() => rmSync(dist, { recursive: true }));

const write = (m: unknown, folder = '.') => {
  mkdirSync(path.join(dist, folder), { recursive: true });
  writeFileSync(path.join(dist, folder, 'plugin.json'), JSON.stringify(m));
};

describe('the package check', () => {
  it('has nothing to say of a sound package', () => expect(packageProblems(dist, '1.2.3')).toEqual([]));

  it.each([
    ['another version', { ...manifest, info: { ...manifest.info, version: '1.2.2' } }, 'version 1.2.2, package.json says 1.2.3'],
    ['a placeholder', { ...manifest, info: { ...manifest.info, updated: '%TODAY%' } }, 'a placeholder is left'],
    ['a missing picture', { ...manifest, info: { ...manifest.info, screenshots: [{ name: 'Fleet', path: 'img/fleet.png' }] } }, 'img/fleet.png is not in the package'],
    ['an id of another form', { ...manifest, id: 'acme-a-b-c-app', includes: [], roles: [] }, 'id acme-a-b-c-app is not acme-name-app'],
    ['a page elsewhere', { ...manifest, includes: [{ type: 'page', name: 'X', path: '/a/other/x' }] }, 'outside /a/acme-capacity-app/'],
    ['an action of somebody else', { ...manifest, roles: [{ role: { permissions: [{ action: 'annotations:write' }] }, grants: ['Editor'] }] }, 'must start with acme-capacity-app'],
    ['a writing route for everybody', { ...manifest, routes: [{ path: 'run', method: 'POST' }] }, 'route run writes and asks for no action'],
    ['no description', { ...manifest, info: { ...manifest.info, description: '' } }, 'info.description'],
  ])('names %s', (_name, bad, words) => {
    write(bad);
    expect(packageProblems(dist, '1.2.3')).toEqual([expect.stringContaining(words)]);
  });

  it('looks into nested plugins, whose logos the build forgets', () => {
    write({ ...manifest, id: 'acme-capacity-datasource', type: 'datasource', includes: [], roles: [] }, 'datasource');
    cpSync(path.join(dist, 'module.js'), path.join(dist, 'datasource/module.js'));
    expect(packageProblems(dist, '1.2.3')).toEqual(['datasource/plugin.json: img/logo.svg is not in the package']);
  });

  it('names missing papers, a stub and a broken picture', () => {
    rmSync(path.join(dist, 'LICENSE'));
    writeFileSync(path.join(dist, 'README.md'), '![x](img/none.png)');
    expect(packageProblems(dist, '1.2.3')).toEqual(['LICENSE is missing from the package', 'README.md is a stub', 'README.md shows img/none.png, which is not in the package']);
  });

  it('says that nothing was built', () => {
    rmSync(path.join(dist, 'plugin.json'));
    expect(packageProblems(dist, '1.2.3')).toEqual([expect.stringContaining('build first')]);
  });
});

describe('the size budget', () => {
  const noise = (bytes: number) => Buffer.from(randomBytes(bytes)).toString('base64');

  it('knows the entry from a page', () => {
    writeFileSync(path.join(dist, '12.js'), 'x');
    expect(fileSizes(dist).map(({ file, what }) => [file, what])).toEqual([['module.js', 'app entry'], ['12.js', 'page chunk']]);
    expect(sizeProblems(fileSizes(dist))).toEqual([]);
  });

  it('names what is too heavy', () => {
    writeFileSync(path.join(dist, 'module.js'), noise(200_000));
    expect(sizeProblems(fileSizes(dist))).toEqual([expect.stringMatching(/^app entry module.js: \d+ bytes gzipped, 15360 allowed$/)]);
  });
});
