import { useCallback, useMemo } from 'react';
import { longDate } from '../../../i18n/format.ts';
import { signoffTexts } from '../../../i18n/training-signoff.ts';
import { trainerTexts } from '../../../i18n/trainer.ts';
import { Button } from '../../../kit/button.tsx';
import { useLanguage, useLocal, useTexts } from '../../../kit/language.tsx';
import { Page } from '../../../kit/page.tsx';
import { dayAt } from '../../../people/model/days.ts';
import { signoffStreamOf } from '../../../training/model/signoff.ts';
import { signOff, takeBackSignoff } from '../../../training/signing.ts';
import { SignOff, type Signed } from '../../../training/ui/SignOff.tsx';
import { go } from '../../routes.ts';
import { BackPage } from '../BackPage.tsx';
import { nameIn } from '../names.ts';
import type { PartProps } from '../training/part.ts';
import { useAsked } from '../use-desk.ts';
import { readTeaching, type Trainee } from './trainees.ts';

/** Everyone who may be signed off, or the one whom the address names by the stream of their sign-off. */
export function SignoffPart({ desk, deps, stream, onBack }: PartProps) {
  const t = useTexts(signoffTexts);
  const back = useTexts(trainerTexts).back;
  const left = useLeft();
  const { language } = useLanguage();
  const today = useMemo(() => dayAt(deps.clock.now()), [deps]);
  const known = useAsked(
    desk,
    useCallback(
      async () => ({
        teaching: await readTeaching(desk, today),
        directory: await desk.directory(),
      }),
      [desk, today],
    ),
  );
  if (!known?.teaching) return null;
  const { trainees, training, guide } = known.teaching;
  const here = trainees.filter(({ hasLeft }) => !hasLeft);
  const person = here.find(({ member }) => signoffStreamOf(member) === stream);
  const { me } = desk;
  if (!person) {
    return (
      <BackPage title={t.title} back={back} onBack={onBack}>
        <p className="hint">{t.intro}</p>
        <h2>{t.whom}</h2>
        {here.length === 0 && <p>{t.nobody}</p>}
        <ul role="list" className="who-list">
          {here.map(({ member, name, signed }) => (
            <li key={member}>
              <button
                type="button"
                className="who-row"
                onClick={() =>
                  go({ name: 'trainer', part: 'signoff', stream: signoffStreamOf(member) })
                }
              >
                <strong>{name}</strong>
                <span>
                  {signed === null
                    ? t.state_none
                    : signed.isDue
                      ? t.state_renew
                      : t.state_signed(signed.guide.version, longDate(signed.at, language))}
                </span>
              </button>
            </li>
          ))}
        </ul>
      </BackPage>
    );
  }
  const trainee = person.member;
  const sent = async (kept: Awaited<ReturnType<typeof signOff>>): Promise<Signed> => {
    if (!kept.ok) return 'notSaved';
    const packed = await desk.deliver('signoff', kept.value);
    return packed.ok ? 'sent' : 'waits';
  };
  const nameOf = nameIn(known.directory, desk);
  return (
    <Page
      title={person.name}
      tab={t.title}
      actions={
        <Button
          variant="plain"
          onClick={() => go({ name: 'trainer', part: 'signoff', stream: null })}
        >
          {t.back}
        </Button>
      }
    >
      <SignOff
        person={person}
        guide={guide}
        left={person.missing && left(person.missing, training.modules)}
        state={person.state}
        nameOf={(member) => nameOf(member) || t.someone}
        barred={me.role !== 'trainer' ? 'onlyTrainer' : trainee === me.member ? 'yourself' : null}
        onSign={async (note) =>
          sent(await signOff(desk.journal, me.member, { trainee, guide, note }))
        }
        onTakeBack={async (reason) =>
          sent(await takeBackSignoff(desk.journal, me.member, { trainee, reason }))
        }
      />
    </Page>
  );
}

type Modules = NonNullable<Awaited<ReturnType<typeof readTeaching>>>['training']['modules'];

/** What is lacking, in words. */
function useLeft() {
  const t = useTexts(signoffTexts);
  const local = useLocal();
  return (missing: NonNullable<Trainee['missing']>, modules: Modules): readonly string[] =>
    missing.flatMap((each) => {
      if (each.type === 'practice') return [t.leftPractice];
      const module = each.type === 'module' && modules.find(({ id }) => id === each.module);
      return module ? [t.leftModule(module.order, local(module.title))] : [];
    });
}
