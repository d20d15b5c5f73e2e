import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';

/** Runs go.mjs as it would run on another machine: nothing is installed, since it stops before that. */
function go(task: string, machine: { readonly version: string; readonly platform: string }) {
  const pretend = `
    Object.defineProperty(process, 'platform', { value: '${machine.platform}' });
    Object.defineProperty(process, 'versions', { value: { node: '${machine.version}' } });`;
  const script = resolve(import.meta.dirname, 'go.mjs');
  const args = ['--import', `data:text/javascript,${encodeURIComponent(pretend)}`, script, task];
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  return { status, stderr: stderr.trim() };
}

it('names the tasks when it is asked for another', () => {
  expect(go('dance', { version: '24.1.0', platform: 'linux' })).toEqual({
    status: 1,
    stderr: expect.stringMatching(
      /^Say one of: start, dev, check, test, (bench[a-z-]*, )+office, build, format\.$/,
    ),
  });
});

it.each(['18.20.4', '20.20.2', '22.22.1', '23.11.0'])(
  'says in one sentence that Node %s is too old where none can be brought',
  (version) => {
    const { status, stderr } = go('build', { version, platform: 'sunos' });
    expect(status).toBe(1);
    expect(stderr).toMatch(
      new RegExp(`^Node ${version} is too old and none can be brought for sunos-.*again\\.$`),
    );
  },
);
