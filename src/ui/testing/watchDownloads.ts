/** What the page lets the browser download from now on: contents, file names, and what was let go of afterwards. */
export function watchDownloads() {
  const made: Blob[] = [];
  const names: string[] = [];
  const released = jest.fn();
  URL.createObjectURL = (blob: Blob) => {
    made.push(blob);
    return 'blob:test';
  };
  URL.revokeObjectURL = released;
  jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    names.push(this.download);
  });
  return { made, names, released };
}
