import CopyWebpackPlugin from 'copy-webpack-plugin';
import type { Configuration, RuleSetRule } from 'webpack';
import { merge } from 'webpack-merge';
import grafanaConfig, { type Env } from './.config/webpack/webpack.config';

/**
 * The scaffolded rule compiles JSX the classic way; `react/jsx-runtime` is shared by Grafana, so the automatic way is free.
 * It also writes for browsers of 2015, with a copy of every helper in every file: a third of the bytes, for browsers that
 * no supported Grafana runs in.
 */
function withModernOutput(rule: RuleSetRule): RuleSetRule {
  const use = rule.use;
  if (!use || typeof use !== 'object' || Array.isArray(use) || use.loader !== 'swc-loader' || typeof use.options !== 'object') {
    return rule;
  }
  return { ...rule, use: merge(use, { options: { jsc: { target: 'es2022', transform: { react: { runtime: 'automatic' } } } } }) };
}

/** The scaffolded configuration plus what it leaves out. */
const config = async (env: Env): Promise<Configuration> => {
  const base = await grafanaConfig(env);
  const rules = (base.module?.rules ?? []).map((rule) => (rule && typeof rule === 'object' ? withModernOutput(rule) : rule));
  return merge(
    { ...base, module: { ...base.module, rules } },
    {
      plugins: [
        // Images of nested plugins are not copied by the scaffold: their logos would be 404.
        new CopyWebpackPlugin({ patterns: [{ from: '**/img/**', to: '.', noErrorOnMissing: true }] }),
      ],
    }
  );
};

export default config;
