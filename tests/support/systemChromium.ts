/** The browser of the system, as root, with nothing going on beside the page; nothing is downloaded. `CHROMIUM_PATH` says where it is. */
export const systemChromium = {
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
};
