import { act, render, renderHook, screen } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { StreamId } from '../base/ids.ts';
import { go, holdBack, pathOf, routeOf, useRoute, type Route } from './routes.ts';

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
  { name: 'practice', case: null, play: false },
  { name: 'practice', case: 'case1', play: false },
  { name: 'practice', case: 'case1', play: true },
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
    expect(routes.map(pathOf).join(' ')).toMatch(/^[/a-z0-9 ]+$/);
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

it('asks in place of going back while something is held, and the screen stays', () => {
  const ask = vi.fn<() => void>();
  const { result } = renderHook(() => useRoute());
  const before = result.current;
  const letGo = holdBack(ask);
  act(() => {
    history.replaceState(null, '', '/settings');
    window.dispatchEvent(new PopStateEvent('popstate'));
  });
  expect(ask).toHaveBeenCalledOnce();
  expect(result.current).toEqual(before);
  letGo();
  act(() => {
    window.dispatchEvent(new PopStateEvent('popstate'));
  });
  expect(ask).toHaveBeenCalledOnce();
  expect(result.current).toEqual({ name: 'settings' });
});
