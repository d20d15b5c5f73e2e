import type { RecordTexts } from '../../i18n/record.ts';
import type { Outcome } from '../../interview/model/event.ts';
import { labelOf, type Speech } from '../../interview/model/value-words.ts';
import type { ChainFault } from '../../journal/model/merge.ts';
import { never } from '../../base/result.ts';
import type { MemoItem } from '../model/record.ts';

export function outcomeWords(outcome: Outcome | null, t: RecordTexts): string {
  const words = {
    answered: t.outcomeAnswered,
    partly: t.outcomePartly,
    declined: t.outcomeDeclined,
    leftOut: t.outcomeLeftOut,
    notReached: t.outcomeNotReached,
  } as const satisfies Record<Outcome, string>;
  return outcome ? words[outcome] : t.outcomeOpen;
}

/** A memo field's value that isn't free text; null for free text. */
export function memoValueWords({ spec, value }: MemoItem, speech: Speech): string | null {
  const answer = spec?.answer;
  if (typeof value === 'number') {
    return answer?.kind === 'scale' ? speech.t.scale(value, answer.max) : String(value);
  }
  if (answer?.kind !== 'choice') return null;
  const chosen = typeof value === 'string' ? [value] : value;
  return chosen.map((id) => labelOf(id, answer.options, speech)).join(', ');
}

export function faultWords(fault: ChainFault, t: RecordTexts): string {
  switch (fault.type) {
    case 'fork':
      return t.faultFork(fault.seq);
    case 'gap':
      return t.faultGap(fault.seq);
    case 'brokenLink':
      return t.faultBrokenLink;
    case 'altered':
      return t.faultAltered;
    default:
      return never(fault);
  }
}
