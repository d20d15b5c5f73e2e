import { useCallback, type ReactNode } from 'react';
import type { Random } from '../../base/deps.ts';
import { dateTime } from '../../i18n/format.ts';
import { settingsTexts } from '../../i18n/settings.ts';
import { Button } from '../../kit/button.tsx';
import { RadioChoice } from '../../kit/choice.tsx';
import { useLanguage, useTexts } from '../../kit/language.tsx';
import { Notice } from '../../kit/notice.tsx';
import { Page } from '../../kit/page.tsx';
import type { StoreStatus } from '../../vault/model/port.ts';
import type { Passkeys } from '../passkey.ts';
import type { Desk } from '../port.ts';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import { useProblem } from './problem.tsx';
import { SettingsFiles } from './SettingsFiles.tsx';
import { SettingsUnlocking } from './SettingsUnlocking.tsx';
import { useAsked } from './use-desk.ts';
import './screens.css';

export const SCHEMES = ['auto', 'light', 'dark'] as const;
export type Scheme = (typeof SCHEMES)[number];

/** Everything a person may set for themselves on this device, and how what they write is kept. */
export function Settings(props: {
  readonly desk: Desk;
  readonly scheme: Scheme;
  readonly onScheme: (scheme: Scheme) => void;
  readonly passkeys: Passkeys;
  readonly random: Random;
  readonly version: string;
  readonly onBack: () => void;
  /** What belongs to this person alone. */
  readonly children?: ReactNode;
}) {
  const { desk } = props;
  const texts = useTexts(settingsTexts);
  const schemes = {
    auto: texts.schemeAuto,
    light: texts.schemeLight,
    dark: texts.schemeDark,
  } satisfies Record<Scheme, string>;
  const status = useAsked(
    desk,
    useCallback(() => Promise.resolve(desk.status()), [desk]),
  );
  return (
    <Page
      title={texts.title}
      actions={
        <Button variant="plain" onClick={props.onBack}>
          {texts.back}
        </Button>
      }
    >
      <section className="card" aria-labelledby="settings-copies">
        <h2 id="settings-copies">{texts.copies}</h2>
        {status && <Copies status={status} />}
      </section>
      <section className="card" aria-labelledby="settings-look">
        <h2 id="settings-look">{texts.look}</h2>
        <LanguageSwitch />
        <RadioChoice
          legend={texts.scheme}
          options={SCHEMES.map((value) => ({ value, label: schemes[value] }))}
          value={props.scheme}
          onChange={props.onScheme}
        />
      </section>
      {desk.me.class === 'real' && (
        <SettingsUnlocking desk={desk} passkeys={props.passkeys} random={props.random} />
      )}
      {props.children}
      <SettingsFiles desk={desk} />
      <Aside desk={desk} />
      <section className="card" aria-labelledby="settings-about">
        <h2 id="settings-about">{texts.about}</h2>
        <p>{texts.version(props.version)}</p>
        <p>{desk.me.class === 'real' ? texts.office(desk.me.officeName) : texts.practice}</p>
      </section>
    </Page>
  );
}

/** The state of the two copies in words; what is not well is said, never swallowed. */
export function Copies({ status }: { readonly status: StoreStatus }) {
  const texts = useTexts(settingsTexts);
  return (
    <div className="stack">
      {status.breaker === 'closed' && status.damaged === 0 && <p>{texts.copiesBoth}</p>}
      {status.breaker === 'open' && (
        <Notice tone="warn">
          <p>{texts.copiesReserve}</p>
          {status.cause !== null && <p className="hint">{texts.copiesCause(status.cause)}</p>}
        </Notice>
      )}
      {status.damaged > 0 && <Notice tone="danger">{texts.damaged(status.damaged)}</Notice>}
      {status.restored > 0 && <p>{texts.restored(status.restored)}</p>}
      {!status.persisted && <Notice tone="warn">{texts.notPersisted}</Notice>}
    </div>
  );
}

function Aside({ desk }: { readonly desk: Pick<Desk, 'aside' | 'subscribe'> }) {
  const texts = useTexts(settingsTexts);
  const { language } = useLanguage();
  const say = useProblem();
  const parcels = useAsked(
    desk,
    useCallback(() => desk.aside(), [desk]),
  );
  if (!parcels || parcels.length === 0) return null;
  return (
    <section className="card" aria-labelledby="settings-aside">
      <h2 id="settings-aside">{texts.aside}</h2>
      <p className="hint">{texts.asideHelp}</p>
      <ul role="list" className="settings-list">
        {parcels.map((each) => (
          <li key={each.parcel}>
            <Notice tone="warn">
              <p>{say({ type: each.problem })}</p>
              <p className="hint">{texts.asideReceived(dateTime(each.receivedAt, language))}</p>
            </Notice>
          </li>
        ))}
      </ul>
    </section>
  );
}
