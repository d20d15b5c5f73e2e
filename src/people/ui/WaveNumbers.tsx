import { useState } from 'react';
import { peopleTexts } from '../../i18n/people.ts';
import { useTexts } from '../../kit/language.tsx';
import type { WaveCount } from '../model/accounting.ts';

/** The offer register in numbers: what stands under a line adds up to it. */
export function WaveNumbers(props: { readonly counted: () => WaveCount }) {
  const t = useTexts(peopleTexts);
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t.numbers}</summary>
      {open && <Numbers count={props.counted()} />}
    </details>
  );
}

function Numbers({ count }: { readonly count: WaveCount }) {
  const t = useTexts(peopleTexts);
  const rows: readonly (readonly [string, number])[] = [
    [t.eligible, count.eligible],
    [t.countAsked, count.asked],
    [t.countAccepted, count.accepted],
    [t.countDeclined, count.declined],
    [t.countNotReached, count.notReached],
    [t.countPending, count.pending],
    [t.countNotAsked, count.notAsked],
    [t.countWithout, count.withoutReason],
    [t.countNotEligible, count.notEligible],
  ];
  return (
    <table className="people-numbers">
      <thead>
        <tr>
          <th scope="col">{t.what}</th>
          <th scope="col">{t.count}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([label, n]) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>{n}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
