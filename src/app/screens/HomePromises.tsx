import { useCallback } from 'react';
import type { Clock } from '../../base/deps.ts';
import { longDate } from '../../i18n/format.ts';
import { closingTexts } from '../../i18n/closing.ts';
import { dueTasks, type DueTask } from '../../interview/model/aftercare.ts';
import { Button } from '../../kit/button.tsx';
import { useLanguage, useTexts } from '../../kit/language.tsx';
import type { Desk } from '../port.ts';
import { go } from '../routes.ts';
import type { HomeRow } from './home-rows.ts';
import { useAsked } from './use-desk.ts';

/** Telling what came of it has a year: it is shown when two months are left. */
const SHOWN_BEFORE = 60 * 24 * 3_600_000;

/** What is promised to people I have talked with, and the memos that are due. */
export function HomePromises(props: {
  readonly desk: Desk;
  readonly clock: Clock;
  readonly rows: readonly HomeRow[];
}) {
  const { desk, clock, rows } = props;
  const t = useTexts(closingTexts);
  const { language } = useLanguage();
  const guides = useAsked(
    desk,
    useCallback(() => desk.guides(), [desk]),
  );
  const now = clock.now();
  const tasks = rows
    .flatMap((row) => {
      const guide = guides?.find(
        ({ id, version }) => id === row.guide.id && version === row.guide.version,
      );
      return guide ? dueTasks(row, guide, now).map((task) => ({ ...task, row })) : [];
    })
    .filter(({ task, due }) => task !== 'feedback' || due - now < SHOWN_BEFORE)
    .sort((a, b) => a.due - b.due);
  if (tasks.length === 0) return null;
  const words: Record<DueTask['task'], (code: string) => string> = {
    memo: t.homeMemo,
    call: t.homeCall,
    feedback: t.homeFeedback,
  };
  return (
    <section className="card">
      <h2>{t.homeTitle}</h2>
      <ul role="list" className="home-list">
        {tasks.map(({ task, due, late, row }) => (
          <li key={`${row.stream} ${task}`} className="home-item">
            <div className="home-line">
              <strong>{words[task](row.code)}</strong>
              <span className="tag" data-tone={late ? 'danger' : undefined}>
                {late ? t.late(longDate(due, language)) : t.due(longDate(due, language))}
              </span>
            </div>
            <div className="row">
              <Button
                aria-label={`${t.open}: ${words[task](row.code)}`}
                onClick={() => go({ name: 'after', stream: row.stream })}
              >
                {t.open}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
