import { startTransition, useEffect, useState } from 'react';
import { StreamId } from '../base/ids.ts';

/** Every screen of an open vault. Ids in an address are random and mean nothing. */
export type Route =
  | { readonly name: 'home' | 'new' | 'inbox' | 'members' | 'settings' | 'places' }
  /** One of the supervisor's places (screens/places); one that is not known shows them all. */
  | { readonly name: 'place'; readonly place: string; readonly stream: StreamId | null }
  /** Learning the guide, and teaching it: the overview (part null), a part of it, and what it is about. */
  | {
      readonly name: 'training' | 'trainer';
      readonly part: string | null;
      readonly stream: StreamId | null;
    }
  /** Practising: the list of cases (case null), a talk with one of them, or its words for who plays it (play). */
  | { readonly name: 'practice'; readonly case: string | null; readonly play: boolean }
  | {
      readonly name: 'talk' | 'after' | 'transcript' | 'reading' | 'concern' | 'cards' | 'begin';
      readonly stream: StreamId;
    };

const WITH_STREAM = [
  'talk',
  'after',
  'transcript',
  'reading',
  'concern',
  'cards',
  'begin',
] as const;

export function pathOf(route: Route): string {
  switch (route.name) {
    case 'home':
      return '/';
    case 'new':
    case 'inbox':
    case 'members':
    case 'settings':
    case 'places':
      return `/${route.name}`;
    case 'place':
      return `/places/${route.place}${route.stream ? `/${route.stream}` : ''}`;
    case 'training':
    case 'trainer':
      return ['', route.name, route.part, route.part && route.stream]
        .filter((each) => each !== null)
        .join('/');
    case 'practice':
      return `/practice${route.play ? '/play' : ''}${route.case ? `/${route.case}` : ''}`;
    default:
      return `/${route.name}/${route.stream}`;
  }
}

/** An address that names no screen leads home. */
export function routeOf(path: string): Route {
  const [, name, id, inner] = path.split('/');
  const within = StreamId.safeParse(inner).data ?? null;
  const part = /^[a-z][a-z0-9]{1,19}$/.test(id ?? '') ? id : undefined;
  if (name === 'places') return part ? { name: 'place', place: part, stream: within } : { name };
  if (name === 'training' || name === 'trainer')
    return { name, part: part ?? null, stream: part ? within : null };
  if (name === 'practice') {
    const play = id === 'play';
    const found = /^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/.exec((play ? inner : id) ?? '');
    return { name, case: found ? found[0] : null, play: play && found !== null };
  }
  if (name === 'new' || name === 'inbox' || name === 'members' || name === 'settings')
    return { name };
  const stream = StreamId.safeParse(id);
  const screen = WITH_STREAM.find((each) => each === name);
  return stream.success && screen ? { name: screen, stream: stream.data } : { name: 'home' };
}

const listeners = new Set<() => void>();
let held: (() => void) | null = null;
window.addEventListener('popstate', () => {
  if (held) held();
  else for (const listener of listeners) listener();
});

/** Until the returned function is called, going back calls `ask` instead, and no screen learns of it. */
export function holdBack(ask: () => void): () => void {
  held = ask;
  return () => {
    held = null;
  };
}

export function go(route: Route, how: 'push' | 'replace' = 'push'): void {
  if (how === 'push') history.pushState(null, '', pathOf(route));
  else history.replaceState(null, '', pathOf(route));
  for (const listener of listeners) listener();
}

/**
 * The screen that the address names. The one before stays until the next has been fetched: a blank in between would
 * flicker, and React would hold it for 300 ms.
 */
export function useRoute(): Route {
  const [path, setPath] = useState(() => location.pathname);
  useEffect(() => {
    const moved = () => startTransition(() => setPath(location.pathname));
    listeners.add(moved);
    moved();
    return () => {
      listeners.delete(moved);
    };
  }, []);
  return routeOf(path);
}
