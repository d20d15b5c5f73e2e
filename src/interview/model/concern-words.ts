import type { concernTexts } from '../../i18n/concern.ts';
import type { ConcernField, ConcernKind } from './concern.ts';

type Words = typeof concernTexts.sv;

/** How a field is asked for. Who and where differ between a child at risk and misconduct in one's own service. */
export function fieldWords(
  t: Words,
  kind: ConcernKind,
  field: ConcernField,
): { readonly label: string; readonly hint: string } {
  const own = kind === 'misconduct';
  switch (field) {
    case 'said':
      return { label: t.said, hint: t.saidHelp };
    case 'child':
      return own
        ? { label: t.childMisconduct, hint: t.childMisconductHelp }
        : { label: t.child, hint: t.childHelp };
    case 'place':
      return own
        ? { label: t.placeMisconduct, hint: t.placeMisconductHelp }
        : { label: t.place, hint: t.placeHelp };
    case 'told':
      return { label: t.told, hint: t.toldHelp };
    case 'observed':
      return { label: t.observed, hint: t.observedHelp };
  }
}
