import type { Clock } from '../../base/deps.ts';
import type { WorkerApi } from './api.ts';

/** What the office answers before there is a vault to sign with. */
export function officeDoor(clock: Clock): Pick<WorkerApi, 'officeCard' | 'claimCode'> {
  const open = async () => {
    const { openHttp } = await import('../../sync/http.ts');
    return openHttp({ baseUrl: self.location.origin, clock });
  };
  return {
    officeCard: async () => (await open()).card(),
    claimCode: async (secret) => (await open()).claimCode({ secret }),
  };
}
