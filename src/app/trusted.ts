/*
 * The one Trusted Types policy (DESIGN section 12): only our own worker and service worker may become scripts.
 * The development server is exempt, since it serves workers under other names.
 */
const ALLOWED = /^\/(sw\.js|assets\/worker-[\w.-]+\.js)$/;

interface ScriptUrls {
  createScriptURL(url: string): string;
}

function checked(url: string): string {
  const { origin, pathname } = new URL(url, location.href);
  if (origin !== location.origin || (import.meta.env.PROD && !ALLOWED.test(pathname))) {
    throw new TypeError('not a script of this app');
  }
  return url;
}

declare global {
  interface Window {
    /** Chromium and Safari 26; not in TypeScript's DOM library yet. */
    readonly trustedTypes?: {
      createPolicy(name: string, rules: ScriptUrls): ScriptUrls;
    };
  }
}

const policy: ScriptUrls = window.trustedTypes?.createPolicy('app', {
  createScriptURL: checked,
}) ?? { createScriptURL: checked };

/** A script URL that the browser's policy lets through; throws for any but our own. */
export const scriptUrl = (url: string): string => policy.createScriptURL(url);
