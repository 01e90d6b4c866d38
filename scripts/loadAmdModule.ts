import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import vm from 'node:vm';

const require = createRequire(import.meta.url);

export interface LoadedModule {
  /** Modules it asked Grafana for. */
  readonly asked: readonly string[];
  readonly exports: Readonly<Record<string, unknown>>;
  /** Addresses of the scripts it asked the browser to load, so far. */
  readonly scripts: readonly string[];
}

type Factory = (...modules: unknown[]) => Record<string, unknown> | undefined;

/**
 * Evaluates a built `module.js` as Grafana's SystemJS does: alone, in AMD form, with what Grafana shares in place of the
 * real packages (rxjs is itself), and with a page that records the scripts it is asked for instead of loading them.
 * @param uri address the browser would load it from
 * @throws what the module throws, and when it defines nothing
 */
export function loadAmdModule(file: string, uri: string): LoadedModule {
  const scripts: string[] = [];
  const loaded: Array<{ asked: readonly string[]; exports: Record<string, unknown> }> = [];
  const define = (asked: readonly string[], factory: Factory) => {
    const own: Record<string, unknown> = {};
    const modules = asked.map((name) => (name === 'exports' ? own : standIn(name, uri)));
    loaded.push({ asked, exports: factory(...modules) ?? own });
  };
  const page = pageThatRecords(scripts);
  const globals = {
    define,
    document: page,
    console,
    performance,
    // A script that is only recorded never arrives: waiting for it must not keep the check alive, nor end it in an error.
    setTimeout: (call: () => void, milliseconds?: number) => setTimeout(call, milliseconds).unref(),
    clearTimeout,
    URL,
    URLSearchParams,
    TextEncoder,
    AbortController,
    location: new URL(uri),
  };
  const context = vm.createContext({ ...globals });
  Object.assign(context, { self: context, window: context });
  vm.runInContext(readFileSync(file, 'utf8'), context, { filename: file });
  const [first] = loaded;
  if (!first) {
    throw new Error('it defines no AMD module');
  }
  return { ...first, scripts };
}

function standIn(name: string, uri: string): unknown {
  switch (name) {
    case 'module':
      return { uri };
    case 'rxjs':
    case 'rxjs/operators':
      return require(name);
    case '@grafana/data':
      return anything({ DataSourceApi: Bare, DataSourcePlugin: PluginOf, CustomVariableSupport: Bare });
    default:
      return anything({});
  }
}

class Bare {}

/** Keeps the class, so that a check can build one of it. */
class PluginOf {
  constructor(readonly DataSourceClass: unknown) {}
  setConfigEditor = () => this;
  setQueryEditor = () => this;
}

/** Can be called, built, extended and read without end. */
function anything(known: Record<string, unknown>): unknown {
  const target = class {};
  return new Proxy(target, {
    get: (_, name) =>
      typeof name === 'string' && name in known
        ? known[name]
        : name === 'prototype'
          ? target.prototype
          : name === Symbol.toPrimitive
            ? () => ''
            : anything({}),
    apply: () => anything({}),
    construct: () => anything({}) as object,
  });
}

function pageThatRecords(scripts: string[]) {
  const element = () => {
    const attributes: Record<string, unknown> = { setAttribute: () => undefined, getAttribute: () => null };
    return new Proxy(attributes, {
      set: (target, name, value: unknown) => {
        if (name === 'src') {
          scripts.push(String(value));
        }
        target[String(name)] = value;
        return true;
      },
    });
  };
  return {
    createElement: element,
    head: { appendChild: () => undefined },
    getElementsByTagName: () => [],
    currentScript: null,
  };
}
