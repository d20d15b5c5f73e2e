import type { BrowserContext } from '@playwright/test';

/** What browsers asked for and objected to while they were watched. */
export interface Seen {
  /** Origins that were asked for anything, by pages, workers and the service worker. */
  readonly asked: Set<string>;
  /** Who asked: that both kinds were heard shows that the watch covers them. */
  readonly askers: Set<'page' | 'service worker'>;
  /** What the content security policy, Trusted Types or a script had to object to. */
  readonly objections: string[];
}

export const nothingSeen = (): Seen => ({ asked: new Set(), askers: new Set(), objections: [] });

/** What a browser says of itself when there is no network: an address that could not be reached. */
const UNREACHED = /net::ERR_(?:INTERNET_DISCONNECTED|CONNECTION_REFUSED|FAILED)/;

/** Notes into `seen` what a browser does from now on. */
export async function watch(context: BrowserContext, seen: Seen): Promise<void> {
  context.on('request', (request) => {
    seen.askers.add(request.serviceWorker() ? 'service worker' : 'page');
    const url = new URL(request.url());
    // Pictures made on the page itself (the QR code) have no origin to leak to.
    if (url.protocol !== 'blob:' && url.protocol !== 'data:') seen.asked.add(url.origin);
  });
  context.on('console', (message) => {
    if (message.type() === 'error' && !UNREACHED.test(message.text())) {
      seen.objections.push(message.text());
    }
  });
  context.on('weberror', (error) => seen.objections.push(error.error().message));
  await context.exposeFunction('objected', (directive: string) => {
    seen.objections.push(directive);
  });
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const report: unknown = Reflect.get(window, 'objected');
      if (typeof report === 'function') {
        report(`${event.effectiveDirective} ${event.blockedURI}`);
      }
    });
  });
}
