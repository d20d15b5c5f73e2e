import { consentItemTexts } from '../../i18n/consent-items.ts';
import { dateTime } from '../../i18n/format.ts';
import { recordTexts } from '../../i18n/record.ts';
import { consentRows, foldConsent } from '../../interview/model/consent-items.ts';
import type { PageList } from '../../parcel/model/markdown.ts';
import type { RecordSource } from './contents-source.ts';

/** Who was asked, what each item got for an answer and when, and how the yes was given; what was withdrawn says so. */
export function consentList({ state, events, guide, language }: RecordSource): PageList | null {
  const t = consentItemTexts[language];
  const consent = foldConsent(events);
  const when = (at: number) => dateTime(at, language);
  const says = { yes: t.yesSince, no: t.noSince, withdrawn: t.withdrawnSince };
  const asked = consentRows(consent, guide).flatMap(({ label, said }) =>
    said.state === 'unasked'
      ? []
      : [
          [
            `${says[said.state](when(said.at))}: ${label[language] ?? label.sv}`,
            ...said.again.map(({ moment, at }) => t[`againAt_${moment}`](when(at))),
          ].join(' '),
        ],
  );
  const lines = [
    ...(state.age ? [`${t.ageTitle}: ${t[`age_${state.age}`]}`] : []),
    ...(state.guardian ? [`${t.guardianTitle}: ${t[`guardian_${state.guardian}`]}`] : []),
    ...asked,
    ...[...consent.signed.values()].map(({ by, how, at, textVersion }) =>
      t[`signed_${how}`](t[`by_${by}`], when(at), textVersion),
    ),
  ];
  return lines.length === 0 ? null : { title: recordTexts[language].consent, lines };
}
