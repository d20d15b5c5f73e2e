/*
 * What the browser is told to forbid. Tested as a whole in a browser: no inline script or style, no eval, no
 * third party, every script URL through the one Trusted Types policy.
 */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "media-src 'self' blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types app',
].join('; ');

/** Argon2id is WebAssembly, and only the vault worker runs it: the page itself may compile nothing. */
const WORKER_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "connect-src 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** A built script of that name and nothing else: what is no script must not get the laxer policy. */
const WORKER_FILE = /^\/assets\/worker-[\w.-]+\.js$/;

const ALLOWED = [
  'microphone',
  'camera',
  'screen-wake-lock',
  'publickey-credentials-get',
  'publickey-credentials-create',
];
const OFF = [
  'accelerometer',
  'ambient-light-sensor',
  'attribution-reporting',
  'autoplay',
  'bluetooth',
  'browsing-topics',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'gamepad',
  'geolocation',
  'gyroscope',
  'hid',
  'identity-credentials-get',
  'idle-detection',
  'interest-cohort',
  'join-ad-interest-group',
  'keyboard-map',
  'local-fonts',
  'magnetometer',
  'midi',
  'otp-credentials',
  'payment',
  'picture-in-picture',
  'run-ad-auction',
  'serial',
  'storage-access',
  'usb',
  'web-share',
  'window-management',
  'xr-spatial-tracking',
];

/** The headers of every answer to `path`. */
export function headersFor(path: string, secure: boolean): Record<string, string> {
  return {
    'content-security-policy': WORKER_FILE.test(path) ? WORKER_POLICY : PAGE_POLICY,
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-embedder-policy': 'require-corp',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'permissions-policy': [
      ...ALLOWED.map((name) => `${name}=(self)`),
      ...OFF.map((name) => `${name}=()`),
    ].join(', '),
    'cache-control': cacheFor(path),
    // Only where the address is https: on http://localhost it would lock the developer's browser to a dead port.
    ...(secure ? { 'strict-transport-security': 'max-age=63072000; includeSubDomains' } : {}),
  };
}

function cacheFor(path: string): string {
  if (path === '/api' || path.startsWith('/api/')) return 'no-store';
  // Built names carry the hash of their content.
  if (path.startsWith('/assets/')) return 'public, max-age=31536000, immutable';
  return 'no-cache';
}
