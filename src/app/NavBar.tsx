import { homeTexts } from '../i18n/home.ts';
import { Button } from '../kit/button.tsx';
import { useTexts } from '../kit/language.tsx';
import { maySee } from './may-see.ts';
import type { Desk } from './port.ts';
import { go, pathOf, type Route } from './routes.ts';

/** The few places there are, and the lock, always at the top; not during an interview. */
export function NavBar({ desk, route }: { readonly desk: Desk; readonly route: Route }) {
  const t = useTexts(homeTexts);
  const real = desk.me.class === 'real';
  const supervisor = desk.me.role === 'supervisor';
  const trainer = desk.me.role === 'trainer';
  const at = route.name === 'place' ? 'places' : route.name;
  const places: readonly { readonly to: Route; readonly label: string; readonly shown: boolean }[] =
    [
      { to: { name: 'inbox' }, label: t.inbox, shown: true },
      { to: { name: 'home' }, label: supervisor ? t.ownInterviews : t.title, shown: true },
      { to: { name: 'places' }, label: t.places, shown: true },
      { to: { name: 'training', part: null, stream: null }, label: t.training, shown: real },
      { to: { name: 'trainer', part: null, stream: null }, label: t.trainer, shown: trainer },
      { to: { name: 'members' }, label: t.members, shown: real },
      { to: { name: 'settings' }, label: t.settings, shown: real },
    ];
  return (
    <nav className="nav-bar" aria-label={t.nav}>
      {places
        .filter(({ to, shown }) => shown && maySee(desk.me.role, to.name))
        .map(({ to, label }) => (
          <a
            key={to.name}
            className="nav-place"
            href={pathOf(to)}
            aria-current={to.name === at ? 'page' : undefined}
            onClick={(event) => {
              event.preventDefault();
              go(to);
            }}
          >
            {label}
          </a>
        ))}
      {real && <Button onClick={desk.lock}>{t.lock}</Button>}
    </nav>
  );
}
