/** The directives of Grafana's default policy template, with the nonce and the host filled in. */
export function securityPolicy(nonce: string, rootPath: string): string {
  const directives = [
    `script-src 'self' 'unsafe-eval' 'unsafe-inline' 'strict-dynamic' 'nonce-${nonce}'`,
    `object-src 'none'`,
    `font-src 'self'`,
    `style-src 'self' 'unsafe-inline' blob:`,
    `img-src * data:`,
    `base-uri 'self'`,
    `connect-src 'self' grafana.com ws://${rootPath} wss://${rootPath}`,
    `manifest-src 'self'`,
    `media-src 'none'`,
    `form-action 'self'`,
  ];
  return `${directives.join(';')};`;
}
