import CopyWebpackPlugin from 'copy-webpack-plugin';
import type { Configuration } from 'webpack';
import { merge } from 'webpack-merge';
import grafanaConfig, { type Env } from './.config/webpack/webpack.config';

/** The scaffolded configuration plus what it leaves out: images of nested plugins (their logos would be 404). */
const config = async (env: Env): Promise<Configuration> =>
  merge(await grafanaConfig(env), {
    plugins: [
      new CopyWebpackPlugin({ patterns: [{ from: '**/img/**', to: '.', noErrorOnMissing: true }] }),
    ],
  });

export default config;
