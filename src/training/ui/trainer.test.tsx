import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { objectionsIn } from '../../../tests/setup/axe.ts';
import { MemberId } from '../../base/ids.ts';
import { LANGUAGES, type Language } from '../../i18n/catalogue.ts';
import { groupTexts } from '../../i18n/training-groups.ts';
import { signoffTexts } from '../../i18n/training-signoff.ts';
import { GUIDE } from '../../interview/fixture.ts';
import { LanguageProvider } from '../../kit/language.tsx';
import { TRAINING } from '../fixture.ts';
import type { Standing } from '../model/standing.ts';
import { GroupMembers } from './GroupMembers.tsx';
import { GroupName } from './GroupName.tsx';
import { SignOff, type Signed } from './SignOff.tsx';
import { WhoIsWhere } from './WhoIsWhere.tsx';

const t = groupTexts.sv;
const s = signoffTexts.sv;
const member = (sign: string) => MemberId.parse(sign.repeat(32));

const TORE: Standing = {
  member: member('5'),
  name: 'Tore Lindeberg',
  hasLeft: false,
  shared: true,
  done: new Set(['m1', 'm2']),
  held: [{ case: 'Saga', guide: TRAINING.guide, reached: 4, of: 5, at: 1_800_000_000_000 }],
  signed: null,
};
const ASTA: Standing = {
  ...TORE,
  member: member('6'),
  name: 'Asta Berg',
  shared: false,
  done: new Set(),
  held: [],
  signed: {
    by: member('1'),
    at: 1_700_000_000_000,
    guide: TRAINING.guide,
    renewBy: '2025-11-14',
    isDue: true,
  },
};

const shown = (language: Language, what: React.ReactNode) =>
  render(
    <LanguageProvider initial={language} remember={() => undefined}>
      {what}
    </LanguageProvider>,
  );

describe('who is where', () => {
  const table = (
    <WhoIsWhere
      group="Hösten"
      modules={TRAINING.modules}
      people={[ASTA, TORE]}
      guide={TRAINING.guide}
      onSignoff={() => undefined}
    />
  );

  it('shows what is shared, and says where nothing is', () => {
    shown('sv', table);
    const tore = screen.getByRole('row', { name: /^Tore/ });
    expect(within(tore).getAllByText(t.done)).toHaveLength(2);
    expect(within(tore).getAllByText(t.notDone)).toHaveLength(6);
    expect(within(tore).getByText(/Saga: 4 av 5 kontrollpunkter/)).toBeVisible();
    const asta = screen.getByRole('row', { name: /^Asta/ });
    expect(within(asta).getByText(t.notShared)).toBeVisible();
    expect(within(asta).queryByText(t.notDone)).not.toBeInTheDocument();
    expect(within(asta).getByText(t.renewalDue)).toBeVisible();
    // No column can be sorted by: it is no league.
    expect(within(screen.getByRole('table')).queryAllByRole('button')).toHaveLength(2);
  });

  it.each(LANGUAGES)('has nothing that axe objects to (%s)', async (language) => {
    const { container } = shown(language, table);
    expect(await objectionsIn(container)).toEqual([]);
  });
});

describe('a group', () => {
  it('takes in who is here, and lets go of anybody', async () => {
    const onAdd = vi.fn<(added: MemberId) => Promise<boolean>>(async () => true);
    const onRemove = vi.fn<(removed: MemberId) => Promise<boolean>>(async () => true);
    const left = { ...ASTA, member: member('7'), name: 'Bo Ek', hasLeft: true };
    const gone = { ...ASTA, member: member('8'), name: 'Cia Al', hasLeft: true };
    const user = userEvent.setup();
    shown(
      'sv',
      <GroupMembers
        members={[TORE.member, left.member]}
        colleagues={[TORE, ASTA, left, gone]}
        onAdd={onAdd}
        onRemove={onRemove}
      />,
    );
    const options = within(screen.getByLabelText(t.whom)).getAllByRole('option');
    expect(options.map((each) => each.textContent)).toEqual([t.choose, 'Asta Berg']);
    await user.selectOptions(screen.getByLabelText(t.whom), 'Asta Berg');
    await user.click(screen.getByRole('button', { name: t.addMember }));
    expect(onAdd.mock.calls).toEqual([[ASTA.member]]);
    await user.click(screen.getByRole('button', { name: t.remove('Bo Ek') }));
    expect(onRemove.mock.calls).toEqual([[left.member]]);
    expect(screen.getByText(t.removed('Bo Ek'))).toBeVisible();
    expect(screen.getByRole('heading')).toHaveFocus();
  });

  it('has a name of its own', async () => {
    const onSave = vi.fn<(name: string) => Promise<boolean>>(async () => false);
    const user = userEvent.setup();
    const { container } = shown('sv', <GroupName name={null} taken={['Våren']} onSave={onSave} />);
    await user.click(screen.getByRole('button', { name: t.add }));
    expect(screen.getByText(t.nameMissing)).toBeVisible();
    await user.type(screen.getByLabelText(t.name), ' våren ');
    await user.click(screen.getByRole('button', { name: t.add }));
    expect(screen.getByText(t.nameTaken)).toBeVisible();
    await user.type(screen.getByLabelText(t.name), '2027');
    await user.click(screen.getByRole('button', { name: t.add }));
    expect(onSave.mock.calls).toEqual([['våren 2027']]);
    expect(screen.getByText(t.notSaved)).toBeVisible();
    expect(screen.getByLabelText(t.name)).toHaveValue(' våren 2027');
    expect(await objectionsIn(container)).toEqual([]);
  });
});

describe('a sign-off', () => {
  const MAJA = member('1');
  function open(own: Partial<Parameters<typeof SignOff>[0]> = {}, language: Language = 'sv') {
    const onSign = vi.fn<(note: string) => Promise<'sent'>>(async () => 'sent');
    const onTakeBack = vi.fn<(reason: string) => Promise<'waits'>>(async () => 'waits');
    const { container } = shown(
      language,
      <SignOff
        person={TORE}
        guide={GUIDE}
        left={['Modul 3: Lyssna']}
        state={undefined}
        nameOf={(each) => (each === MAJA ? 'Maja Alvarsson' : '')}
        barred={null}
        onSign={onSign}
        onTakeBack={onTakeBack}
        {...own}
      />,
    );
    return { container, onSign, onTakeBack, user: userEvent.setup() };
  }

  it('says what is left, and is given all the same with a note', async () => {
    const { onSign, user } = open();
    expect(screen.getByText('Modul 3: Lyssna')).toBeVisible();
    expect(screen.getByText(s.stillLeft)).toBeVisible();
    await user.type(screen.getByLabelText(s.note), 'Fina tystnader.');
    await user.click(screen.getByRole('button', { name: s.sign(TORE.name) }));
    expect(onSign.mock.calls).toEqual([['Fina tystnader.']]);
    expect(screen.getByText(s.done(TORE.name))).toBeVisible();
  });

  it('is taken back with a reason, and not without one', async () => {
    const { onTakeBack, user } = open({ person: ASTA });
    expect(screen.getByText(s.renewNow)).toBeVisible();
    await user.click(screen.getByRole('button', { name: s.takeBack }));
    await user.click(screen.getByRole('button', { name: s.takeBackYes }));
    expect(onTakeBack).not.toHaveBeenCalled();
    expect(screen.getByText(s.reasonMissing)).toBeVisible();
    await user.type(screen.getByLabelText(s.reason), 'Vi behöver prata om Lina.');
    await user.click(screen.getByRole('button', { name: s.takeBackYes }));
    expect(onTakeBack.mock.calls).toEqual([['Vi behöver prata om Lina.']]);
    expect(screen.getByText(`${s.takenBack(ASTA.name)} ${s.notSent}`)).toBeVisible();
  });

  it('keeps the reason on the screen when it could not be saved', async () => {
    const onTakeBack = vi.fn<(reason: string) => Promise<Signed>>(async () => 'notSaved');
    const { user } = open({ person: ASTA, onTakeBack });
    await user.click(screen.getByRole('button', { name: s.takeBack }));
    await user.type(screen.getByLabelText(s.reason), 'Vi behöver prata om Lina.');
    await user.click(screen.getByRole('button', { name: s.takeBackYes }));
    expect(await screen.findByText(s.notSaved)).toBeVisible();
    expect(screen.getByLabelText(s.reason)).toHaveValue('Vi behöver prata om Lina.');
    onTakeBack.mockResolvedValue('sent');
    await user.click(screen.getByRole('button', { name: s.takeBackYes }));
    expect(await screen.findByText(s.takenBack(ASTA.name))).toBeVisible();
    expect(screen.queryByLabelText(s.reason)).not.toBeInTheDocument();
  });

  it.each(['yourself', 'onlyTrainer'] as const)('is barred with a sentence: %s', (barred) => {
    open({ barred, person: ASTA });
    expect(screen.getByText(s[barred])).toBeVisible();
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });

  it('does not say of anybody that they have not shared where it would not be seen', () => {
    open({ barred: 'onlyTrainer', left: null, person: ASTA });
    expect(screen.getByText(s.notSeenHere)).toBeVisible();
    expect(screen.queryByText(s.notShared(ASTA.name))).not.toBeInTheDocument();
  });

  it.each(LANGUAGES)('has nothing that axe objects to (%s)', async (language) => {
    const { container } = open({ person: { ...ASTA, shared: true }, left: [] }, language);
    expect(await objectionsIn(container)).toEqual([]);
  });
});
