import { act, render, screen } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { StreamId } from '../base/ids.ts';
import { go, pathOf, routeOf, useRoute, type Route } from './routes.ts';

const stream = StreamId.parse('a'.repeat(32));
const routes: readonly Route[] = [
  { name: 'home' },
  { name: 'new' },
  { name: 'inbox' },
  { name: 'members' },
  { name: 'settings' },
  { name: 'places' },
  { name: 'place', place: 'people', stream: null },
  { name: 'place', place: 'people', stream },
  { name: 'training', part: null, stream: null },
  { name: 'training', part: 'survey', stream: null },
  { name: 'training', part: 'debrief', stream },
  { name: 'trainer', part: null, stream: null },
  { name: 'trainer', part: 'groups', stream },
  { name: 'talk', stream },
  { name: 'after', stream },
  { name: 'transcript', stream },
  { name: 'reading', stream },
  { name: 'concern', stream },
  { name: 'cards', stream },
];

describe('an address', () => {
  it.each(routes)('of $name leads back to it', (route) => {
    expect(routeOf(pathOf(route))).toEqual(route);
  });

  it.each([
    '',
    '/nowhere',
    '/talk',
    '/talk/',
    '/talk/K-017',
    `/talk/${'A'.repeat(32)}`,
    '/inboxes',
  ])('%s names no screen and leads home', (path) => {
    expect(routeOf(path)).toEqual({ name: 'home' });
  });

  it('holds nothing but the screen and a random id', () => {
    expect(routes.map(pathOf).join(' ')).toMatch(/^[/a-z ]+$/);
  });
});

describe('going somewhere', () => {
  beforeEach(() => go({ name: 'home' }, 'replace'));
  const Here = () => <p>{useRoute().name}</p>;

  it('shows the screen, and the back button shows the one before', async () => {
    render(<Here />);
    expect(screen.getByText('home')).toBeInTheDocument();
    act(() => go({ name: 'talk', stream }));
    expect(screen.getByText('talk')).toBeInTheDocument();
    expect(location.pathname).toBe(`/talk/${stream}`);
    act(() => {
      history.replaceState(null, '', '/settings');
      window.dispatchEvent(new PopStateEvent('popstate'));
    });
    expect(screen.getByText('settings')).toBeInTheDocument();
  });

  it('replaces the address without a step back to it', () => {
    const before = history.length;
    go({ name: 'inbox' }, 'replace');
    expect(location.pathname).toBe('/inbox');
    expect(history.length).toBe(before);
    go({ name: 'home' });
    expect(history.length).toBe(before + 1);
  });
});
