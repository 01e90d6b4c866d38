declare global {
  interface Window {
    /** File names of the code editor's workers, put into the page by the server. */
    standInWorkers?: Readonly<Record<string, string>>;
  }
}

/** The code editor does its checking in workers; without them it throws. JSON has its own, everything else shares one. */
export function provideEditorWorkers(publicPath: string): void {
  const files = window.standInWorkers ?? {};
  window.MonacoEnvironment = {
    getWorker: (_, label) => {
      const file = files[`${label}.worker`] ?? files['editor.worker'];
      return new Worker(`${publicPath}build/${file}`, { type: 'module' });
    },
  };
}
