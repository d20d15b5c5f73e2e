import { useState } from 'react';
import type { Random } from '../../base/deps.ts';
import { browserPasskeys } from '../passkey.ts';
import type { Desk } from '../port.ts';
import { keepScheme, rememberedScheme } from '../settings-store.ts';
import { RenewSheet, RenewedSheet, type Renewed } from './RenewSheet.tsx';
import { SoundDueList } from './SoundDueList.tsx';
import { SoundRetentionForm } from './SoundRetentionForm.tsx';
import { Settings } from './Settings.tsx';

/** The settings with what belongs to this browser: colours and passkeys. */
export function SettingsScreen(props: {
  readonly desk: Desk;
  readonly random: Random;
  readonly onBack: () => void;
}) {
  const { random } = props;
  const [scheme, setScheme] = useState(rememberedScheme);
  const [passkeys] = useState(() => browserPasskeys(random, location.hostname));
  const [renewed, setRenewed] = useState<Renewed | null>(null);
  if (renewed) {
    return <RenewedSheet {...renewed} random={random} onTested={() => setRenewed(null)} />;
  }
  return (
    <Settings
      {...props}
      version={String(import.meta.env['APP_VERSION'])}
      passkeys={passkeys}
      scheme={scheme}
      onScheme={(next) => {
        setScheme(next);
        keepScheme(next);
      }}
    >
      <SoundRetentionForm desk={props.desk} />
      <SoundDueList desk={props.desk} />
      <RenewSheet desk={props.desk} onSheet={setRenewed} />
    </Settings>
  );
}
