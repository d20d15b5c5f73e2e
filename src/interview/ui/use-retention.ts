import { useEffect, useState } from 'react';
import type { SoundPorts, SoundRetention } from '../sound-ports.ts';

/** The office's decision on sound; null: there is none, so there is no sound. Undefined until it is known. */
export function useRetention(
  sound: Pick<SoundPorts, 'retention'> | undefined,
): SoundRetention | null | undefined {
  const [retention, setRetention] = useState<SoundRetention | null>();
  useEffect(() => {
    let here = true;
    if (!sound) return undefined;
    void sound.retention().then((known) => {
      if (here) setRetention(known);
    });
    return () => {
      here = false;
    };
  }, [sound]);
  return sound ? retention : null;
}
