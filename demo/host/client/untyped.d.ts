/// <reference types="systemjs" />

// Grafana's two routers. Their packages are nested in @grafana/ui, where the compiler does not look; the bundler does.
declare module 'react-router-dom-v5' {
  export const Router: React.ComponentType<{ history: import('history').History; children: React.ReactNode }>;
}

declare module 'react-router-dom-v5-compat' {
  export * from 'react-router-dom';
  export const CompatRouter: React.ComponentType<{ children: React.ReactNode }>;
}

// Passed on to plugins as they are, never used here.
declare module 'd3';
declare module 'prismjs';
declare module 'slate';
declare module 'slate-plain-serializer';
declare module 'slate-react';
declare module 'systemjs/dist/*';
