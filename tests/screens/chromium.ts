/* How every browser of the tests is started, also those on a profile of their own. */

export const CHROMIUM = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
/** The same engine and storage without the browser around them, where it is installed: it starts with half the work. */
export const SHELL = process.env['CHROMIUM_SHELL_PATH'] ?? CHROMIUM;

/** Playwright's own list, word for word: of two such arguments Chromium takes the last, so ours has to repeat it. */
const OFF_BY_PLAYWRIGHT = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'TcpPortRandomizationWin',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
];

/** The pages behind the address bar, which nobody sees here: they take half of all that starting a browser takes. */
const ADDRESS_BAR = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup'];

/** A process in reserve for the next site; here there is one site only. */
const SPARE = ['SpareRendererForSitePerProcess'];

export const ARGUMENTS = [
  '--disable-gpu',
  // Without these Chromium asks for outside hosts at every start.
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--disable-features=${[...OFF_BY_PLAYWRIGHT, ...ADDRESS_BAR, ...SPARE].join(',')}`,
];
