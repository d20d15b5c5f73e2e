import { Notice } from '../../kit/notice.tsx';
import { useProblem, type AnyProblem } from './problem.tsx';

/** What is wrong and what to do, in one sentence; for screens that seldom have to say it, loaded when they must. */
export function ProblemNotice({ problem }: { readonly problem: AnyProblem }) {
  const say = useProblem();
  return (
    <Notice tone="danger" live>
      {say(problem)}
    </Notice>
  );
}
