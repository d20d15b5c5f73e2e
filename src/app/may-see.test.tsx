import { render, screen } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { StreamId } from '../base/ids.ts';
import type { Role } from '../sync/model/directory.ts';
import { MAY_SEE, maySee } from './may-see.ts';
import { NavBar } from './NavBar.tsx';
import { go, type Route } from './routes.ts';
import { fakeDesk, ME } from './screens/fixture.ts';
import { Shell } from './Shell.tsx';

const stream = StreamId.parse('a'.repeat(32));
const routes: readonly Route[] = [
  ...(['home', 'new', 'inbox', 'members', 'settings', 'places'] as const).map((name) => ({ name })),
  ...(['talk', 'after', 'begin', 'transcript', 'reading', 'concern', 'cards'] as const).map(
    (name) => ({
      name,
      stream,
    }),
  ),
  { name: 'place', place: 'people', stream: null },
  { name: 'training', part: null, stream: null },
  { name: 'trainer', part: null, stream: null },
  { name: 'practice', case: null, play: false },
];

it('speaks of every screen', () => {
  expect(routes.map(({ name }) => name).toSorted()).toEqual(Object.keys(MAY_SEE).toSorted());
});

describe.each(['methodLead', 'researcher', 'operator'] as const)('a %s', (role) => {
  it('sees no screen with words of anybody, whatever address is typed', () => {
    const seen = routes.filter(({ name }) => maySee(role, name)).map(({ name }) => name);
    expect(seen).toEqual(['home', 'settings']);
  });
});

describe.each(['interviewer', 'trainer'] as const)('a %s', (role) => {
  it('sees no supervisor’s screen', () => {
    const kept = ['inbox', 'reading', 'members', 'places', 'place'] as const;
    expect(kept.filter((name) => maySee(role, name))).toEqual([]);
  });
});

it('the trainer’s screens are not an interviewer’s', () => {
  expect(maySee('trainer', 'trainer')).toBe(true);
  expect(maySee('interviewer', 'trainer')).toBe(false);
});

it('a supervisor sees all', () => {
  expect(routes.every(({ name }) => maySee('supervisor', name))).toBe(true);
});

describe('at the screen', () => {
  beforeEach(() => go({ name: 'home' }, 'replace'));
  const deskOf = (role: Role) => fakeDesk({ me: { ...ME, role } });

  it('a researcher who types an address finds nothing but their own start page', async () => {
    for (const route of routes.filter(({ name }) => name !== 'settings')) {
      go(route, 'replace');
      const view = render(
        <Shell desk={deskOf('researcher')} onDesk={() => undefined} onLeave={() => undefined} />,
      );
      expect(await screen.findByText(/inga uppgifter om deltagare/)).toBeVisible();
      expect(screen.queryByRole('button', { name: 'Ny intervju' })).not.toBeInTheDocument();
      view.unmount();
    }
  });

  it.each([
    ['methodLead', /metodhandledare ska du kunna se året/],
    ['researcher', /forskare ska du kunna få material utan identiteter/],
  ] as const)(
    'a %s reads what the role is to see, and that it is not here yet',
    async (role, said) => {
      render(<Shell desk={deskOf(role)} onDesk={() => undefined} onLeave={() => undefined} />);
      expect(await screen.findByText(said)).toBeVisible();
    },
  );

  it.each([
    ['interviewer', ['Start', 'Utbildning', 'Inställningar']],
    ['trainer', ['Start', 'Utbildning', 'För utbildare', 'Inställningar']],
    ['researcher', ['Start', 'Inställningar']],
    [
      'supervisor',
      ['Inkorg', 'Egna intervjuer', 'Verksamheten', 'Utbildning', 'Medlemmar', 'Inställningar'],
    ],
  ] as const)('the menu of a %s names only what is theirs', (role, places) => {
    render(<NavBar desk={deskOf(role)} route={{ name: 'home' }} />);
    expect(screen.getAllByRole('link').map((link) => link.textContent)).toEqual(places);
  });
});
