import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { nestedModuleProblems } from './nestedModuleProblems';

let dist: string;

beforeEach(() => {
  dist = mkdtempSync(path.join(tmpdir(), 'headroom-dist-'));
  file('plugin.json', JSON.stringify({ id: 'acme-capacity-app', type: 'app' }));
  file('module.js', 'define(["react"], (react) => ({ plugin: {} }))');
  file('42.js', '');
});

afterEach(() => rmSync(dist, { recursive: true, force: true }));

function file(name: string, text: string): void {
  mkdirSync(path.dirname(path.join(dist, name)), { recursive: true });
  writeFileSync(path.join(dist, name), text);
}

function nested(code: string, type = 'datasource'): void {
  file('nested/plugin.json', JSON.stringify({ id: `acme-capacity-${type}`, type }));
  file('nested/module.js', code);
}

/** A data source that loads a chunk from some folder when it is tested. */
const lazy = (folder: string) => `
  /* webpackChunkacme */
  define(["@grafana/data", "module"], (data, own) => {
    class Source extends data.DataSourceApi {
      testDatasource() { document.createElement('script').src = ${folder}; return new Promise(() => {}); }
    }
    return { plugin: new data.DataSourcePlugin(Source).setConfigEditor(0).setQueryEditor(0) };
  })`;

describe('nestedModuleProblems', () => {
  it.each([
    ['a module that needs nothing', 'define([], () => ({ plugin: 1 }))'],
    [
      'a module that fills the exports it is given',
      'define(["exports", "react"].slice(1), (react) => ({ plugin: react.createElement("p") }))',
    ],
    [
      'chunks beside the app',
      lazy('own.uri.replace("acme-capacity-datasource/module.js", "acme-capacity-app/42.js?_cache=1")'),
    ],
  ])('has nothing to say about %s', async (_, code) => {
    nested(code);
    expect(await nestedModuleProblems(dist)).toEqual([]);
  });

  it.each([
    [
      'a module Grafana does not share',
      'define(["left-pad"], () => ({ plugin: 1 }))',
      /asks Grafana for left-pad, which it does not share/,
    ],
    ['no plugin', 'define([], () => ({}))', /exports no plugin/],
    ['no AMD module', 'var a = 1', /cannot be loaded alone: Error: it defines no AMD module/],
    [
      'something the page has not',
      'define([], () => ({ plugin: notThere.at.all }))',
      /cannot be loaded alone: ReferenceError: notThere/,
    ],
    [
      'a chunk loaded at once',
      'define([], () => { document.createElement("script").src = "x.js"; return { plugin: 1 }; })',
      /loads x\.js as soon as it is there/,
    ],
    [
      'chunks under its own id',
      lazy('own.uri.replace("module.js", "42.js")'),
      /asks for \/sub\/public\/plugins\/acme-capacity-datasource\/42\.js, where there is nothing/,
    ],
    [
      'chunks that were not built',
      lazy('own.uri.replace("acme-capacity-datasource/module.js", "acme-capacity-app/43.js")'),
      /43\.js, where there is nothing/,
    ],
    [
      'chunks nobody asks for',
      lazy('""').replace('document.createElement(\'script\').src = "";', ''),
      /asked for none at its first query/,
    ],
  ])('objects to %s', async (_, code, message) => {
    nested(code);
    expect((await nestedModuleProblems(dist)).join('\n')).toMatch(message);
  });

  it('objects to a panel with chunks, which it cannot try', async () => {
    nested('/* webpackChunkacme */ define([], () => ({ plugin: 1 }))', 'panel');
    expect(await nestedModuleProblems(dist)).toEqual([expect.stringContaining('does not know how to ask for them')]);
  });

  it('objects to a module without a manifest', async () => {
    file('stray/module.js', 'define([], () => ({ plugin: 1 }))');
    expect(await nestedModuleProblems(dist)).toEqual(['stray/module.js: no plugin.json beside it']);
  });
});
