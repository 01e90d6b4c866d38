import { PanelPlugin } from '@grafana/data';
import { BenchmarkPanel } from './BenchmarkPanel';

export const plugin = new PanelPlugin<object>(BenchmarkPanel);
