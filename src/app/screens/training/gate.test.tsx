import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { stubAssets } from '../../../../tests/setup/assets.ts';
import { objectionsIn } from '../../../../tests/setup/axe.ts';
import { newId, type Deps } from '../../../base/deps.ts';
import { StreamId } from '../../../base/ids.ts';
import { LANGUAGES } from '../../../i18n/catalogue.ts';
import { trainingTexts } from '../../../i18n/training-overview.ts';
import { beginInterview } from '../../../interview/begin.ts';
import { GUIDE } from '../../../interview/fixture.ts';
import type { Journal } from '../../../journal/model/port.ts';
import { notingPorts } from '../../../interview/ui/fixture.tsx';
import { LanguageProvider } from '../../../kit/language.tsx';
import { giveAssignment, writeAssignment } from '../../../people/assignments.ts';
import type { Brief } from '../../../people/model/assignment.ts';
import type { Desk } from '../../port.ts';
import { go } from '../../routes.ts';
import { DIRECTORY, ME } from '../fixture.ts';
import { NewScreen } from '../NewScreen.tsx';
import { doneAll, rule, signed, trainee, TRAINER } from './fixture.ts';
import { gateHere } from './gate.ts';

const t = trainingTexts.sv;
const TODAY = '2026-11-22';
const BRIEF: Brief = {
  participant: StreamId.parse('a'.repeat(32)),
  code: 'K-014',
  name: 'Elin Exempel',
  contact: 'Sms',
  contactNote: '',
  language: 'sv',
  interpreter: false,
  protectedData: false,
  wave: 1,
  due: null,
  topics: [],
  relation: 'own',
};
beforeEach(() => {
  stubAssets();
  go({ name: 'home' }, 'replace');
});

const typeAt = async (desk: Desk, today = TODAY) => (await gateHere(desk, today)).type;

describe('the gate before a new interview', () => {
  it('stops a first interview where a trainer can sign, and opens with modules, practice and sign-off', async () => {
    const { desk, journal } = trainee();
    expect(await typeAt(desk)).toBe('stop');
    await doneAll(journal);
    expect(await gateHere(desk, TODAY)).toMatchObject({
      type: 'stop',
      here: { state: { missing: [{ type: 'signoff', why: 'none' }] } },
    });
    await signed(journal);
    expect(await typeAt(desk)).toBe('open');
  });

  it('only reminds where nobody can sign: no trainer, oneself the only one, or no directory yet', async () => {
    const lone = DIRECTORY.members.map((each) =>
      each.member === ME.member ? { ...each, role: 'trainer' as const } : each,
    );
    for (const directory of [DIRECTORY, { ...DIRECTORY, members: lone }, undefined]) {
      expect(await typeAt(trainee({ directory: async () => directory }).desk)).toBe('warn');
    }
  });

  it('follows the office’s rule', async () => {
    const { desk, journal } = trainee();
    await rule(journal, 'warning');
    expect(await typeAt(desk)).toBe('warn');
    await rule(journal, 'off');
    expect(await typeAt(desk)).toBe('open');
  });

  it('never stands before practice', async () => {
    expect(await typeAt(trainee({ me: { ...ME, class: 'practice' } }).desk)).toBe('open');
  });

  it('is for the first interview with a version: whoever has begun one goes on', async () => {
    const { desk, deps, journal } = trainee();
    const begun = await begin(journal, deps);
    expect(begun.ok).toBe(true);
    expect(await typeAt(desk)).toBe('open');
    const next = { ...GUIDE, version: '2.0.0' };
    expect(await typeAt({ ...desk, guides: async () => [next] })).toBe('stop');
  });

  it('lets in whoever held an interview that has left the tablet, and nobody else for that', async () => {
    for (const [to, type] of [
      [ME.member, 'open'],
      [TRAINER, 'stop'],
    ] as const) {
      const { desk, deps, journal } = trainee();
      const given = await giveAssignment(
        journal,
        { to, brief: BRIEF, wish: 'none' },
        TRAINER,
        deps,
      );
      if (!given.ok) throw new Error('memory refused to keep');
      expect(await typeAt(desk)).toBe('stop');
      const interview = newId(StreamId, deps.random);
      const now = { type: 'AssignmentBegun', version: 1, data: { interview } } as const;
      await writeAssignment(journal, given.value, now, to);
      expect(await typeAt(desk)).toBe(type);
    }
  });

  it('reminds whoever interviews already when the sign-off is 24 months old', async () => {
    const { desk, deps, journal } = trainee();
    await doneAll(journal);
    await signed(journal);
    await begin(journal, deps);
    expect(await typeAt(desk)).toBe('open');
    expect(await typeAt(desk, '2099-01-01')).toBe('warn');
  });
});

function begin(journal: Journal, { clock, random }: Deps) {
  const [track] = GUIDE.tracks;
  if (!track) throw new Error('a guide without tracks');
  return beginInterview(
    journal,
    { code: 'K-017', track: track.id, interviewer: ME.member, guide: GUIDE },
    { random, now: clock.now() },
  );
}

describe('at the screen', () => {
  const show = (desk: Desk, language: 'sv' | 'en' = 'sv') => {
    const { ports } = notingPorts(desk.journal);
    return render(
      <LanguageProvider initial={language} remember={() => undefined}>
        <NewScreen desk={desk} ports={ports} />
      </LanguageProvider>,
    );
  };

  it('says what is lacking with a way to each, and lets in when the sign-off comes', async () => {
    const deliver = vi.fn<Desk['deliver']>(async () => ({ ok: true, value: 'packed' }));
    const { desk, journal } = trainee({ deliver });
    const user = userEvent.setup();
    show(desk);
    expect(await screen.findByRole('heading', { name: t.gateStop })).toBeVisible();
    expect(screen.queryByLabelText('Deltagarens kod')).not.toBeInTheDocument();
    expect(screen.getByText(/Be Rut Sandell/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: t.shareDo }));
    await waitFor(() =>
      expect(screen.queryByRole('button', { name: t.shareDo })).not.toBeInTheDocument(),
    );
    expect(deliver).toHaveBeenCalledWith('training', expect.any(String));
    await user.click(screen.getByRole('button', { name: t.openModule(2) }));
    expect(location.pathname).toBe('/training/m2');
    await doneAll(journal);
    await signed(journal);
    expect(await screen.findByLabelText('Deltagarens kod')).toBeVisible();
  });

  it('reminds beside the form, and the form is there at once', async () => {
    const { desk } = trainee({ directory: async () => DIRECTORY });
    const user = userEvent.setup();
    show(desk);
    expect(await screen.findByLabelText('Deltagarens kod')).toBeVisible();
    await user.click(await screen.findByText(t.gateShow));
    expect(screen.getByText(new RegExp(t.noTrainer.slice(0, 30)))).toBeVisible();
  });

  it.each(LANGUAGES)('is readable for all (%s)', async (language) => {
    const stopped = show(trainee().desk, language);
    await screen.findByRole('heading', { name: trainingTexts[language].gateStop });
    expect(await objectionsIn(stopped.container)).toEqual([]);
    stopped.unmount();
    const warned = show(trainee({ directory: async () => DIRECTORY }).desk, language);
    await screen.findByText(trainingTexts[language].gateShow);
    expect(await objectionsIn(warned.container)).toEqual([]);
  });
});
