import { homeTexts } from '../../i18n/home.ts';
import { roleStartTexts } from '../../i18n/role-start.ts';
import { shellTexts } from '../../i18n/shell.ts';
import { useTexts } from '../../kit/language.tsx';
import { Page } from '../../kit/page.tsx';
import type { Me } from '../port.ts';

/** The start page of a role that gets no interviews: what it is, what it is to see one day, and that nothing is missing. */
export function NothingHere({ name, role }: Pick<Me, 'name' | 'role'>) {
  const t = useTexts(homeTexts);
  const roles = useTexts(roleStartTexts);
  return (
    <Page title={t.greeting(name)} tab={t.title}>
      <p>{useTexts(shellTexts).nothingHere}</p>
      {(role === 'methodLead' || role === 'researcher') && <p>{roles[role]}</p>}
    </Page>
  );
}
