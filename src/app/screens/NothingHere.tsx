import { homeTexts } from '../../i18n/home.ts';
import { shellTexts } from '../../i18n/shell.ts';
import { useTexts } from '../../kit/language.tsx';
import { Page } from '../../kit/page.tsx';

/** The start page of a role that gets no interviews: what it is, and that nothing is missing. */
export function NothingHere({ name }: { readonly name: string }) {
  const t = useTexts(homeTexts);
  return (
    <Page title={t.greeting(name)} tab={t.title}>
      <p>{useTexts(shellTexts).nothingHere}</p>
    </Page>
  );
}
