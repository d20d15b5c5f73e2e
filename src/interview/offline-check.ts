/** What is known about going without a network; null where the browser does not tell. */
export interface OfflineCheck {
  /** The app itself lies on the tablet and starts from there. */
  readonly app: boolean;
  /** The browser has promised not to clear what is kept when space runs short. */
  readonly persisted: boolean | null;
  readonly freeMegabytes: number | null;
}

/** Below this a talk with sound could fill the tablet (15 MB an hour, kept twice). */
export const ENOUGH_MEGABYTES = 200;

/** The parts of the browser that know; a plain page on another origin has neither. */
export interface Machine {
  readonly serviceWorker?: {
    getRegistration(): Promise<{ readonly active: unknown } | undefined>;
  };
  readonly storage?: Pick<StorageManager, 'persisted' | 'estimate'>;
}

/** Asks the machine itself; a question it refuses to answer counts as not known, never as good. */
export async function checkOffline(machine: Machine = navigator): Promise<OfflineCheck> {
  const [registration, persisted, space] = await Promise.all([
    known(machine.serviceWorker?.getRegistration()),
    known(machine.storage?.persisted()),
    known(machine.storage?.estimate()),
  ]);
  const { quota, usage } = space ?? {};
  return {
    app: Boolean(registration?.active),
    persisted: persisted ?? null,
    freeMegabytes: quota === undefined ? null : Math.floor((quota - (usage ?? 0)) / 1_000_000),
  };
}

/** What a browser will not tell is not known, and said so by null. */
const known = async <T>(asked: Promise<T> | undefined): Promise<T | undefined> =>
  asked?.catch(() => undefined);
