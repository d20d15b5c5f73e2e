import { cardTexts } from '../../i18n/cards.ts';
import { useLocal, useTexts } from '../../kit/language.tsx';
import type { InterviewSession } from '../session.ts';

/** Telephone numbers of the guide; a local one that the office has not filled in leads to the switchboard. */
export function Contacts({ session }: { readonly session: InterviewSession }) {
  const t = useTexts(cardTexts);
  const local = useLocal();
  return (
    <details>
      <summary>{t.contacts}</summary>
      <dl className="talk-contacts">
        {session.guide.closing.aftercare.contacts.map(({ id, label, phone }) => (
          <div key={id}>
            <dt>{withoutNumber(local(label).replace(/ i \{[A-Z_]+\}/, ''), phone)}</dt>
            <dd>{phone.startsWith('{') ? t.contactLocalMissing : phone}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

/** "112 – akut fara" beside 112 is "Akut fara". */
function withoutNumber(label: string, phone: string): string {
  if (!label.startsWith(phone)) return label;
  const rest = label.slice(phone.length).replace(/^[\s–-]+/, '');
  return rest === '' ? label : rest.charAt(0).toUpperCase() + rest.slice(1);
}
