import { lockTexts } from '../../i18n/lock.ts';
import { useTexts } from '../../kit/language.tsx';
import { Notice } from '../../kit/notice.tsx';
import { useProblem, type AnyProblem } from './problem.tsx';

/**
 * What became of the last try, and how long to wait. The seconds are shown but not read out one by one: a screen
 * reader hears the problem, and once that the wait is over.
 */
export function TryAgain(props: {
  readonly problem: AnyProblem | null;
  readonly wait: { readonly seconds: number; readonly over: boolean };
}) {
  const texts = useTexts(lockTexts);
  const say = useProblem();
  const { problem, wait } = props;
  return (
    <>
      {problem && (
        <Notice tone="warn" live>
          {say(problem)}
        </Notice>
      )}
      {wait.seconds > 0 && <p className="lock-wait">{texts.waitSeconds(wait.seconds)}</p>}
      <p role="status" hidden={!wait.over}>
        {wait.over ? texts.waitOver : ''}
      </p>
    </>
  );
}
