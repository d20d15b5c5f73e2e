import { systemRandom, wallTime, type Clock } from '../src/base/deps.ts';
import type { MemberId } from '../src/base/ids.ts';
import type { Result } from '../src/base/result.ts';
import type { Role } from '../src/sync/model/directory.ts';
import type { SyncProblem } from '../src/sync/model/problem.ts';
import { newDemoPerson } from './demo-person.ts';
import { readStories } from './demo-story.ts';
import { holdInterview, storyClock } from './demo-talk.ts';

/* An office full of invented people for `npm run dev`: the founder admits you, the interviewer sends you her talks. */
export const DEMO_NAMES = {
  office: 'Påhittade kommun',
  founder: 'Karin',
  interviewer: 'Ida',
} as const;
const DAY_MS = 24 * 60 * 60_000;
const INVITED_FOR_DAYS = 7;

export interface DemoOptions {
  /** Where the office answers, and the one-time secret it gave. */
  readonly office: string;
  readonly secret: string;
  /** Where the app is served, for the links. */
  readonly origin: string;
}

/** What one round did. */
export interface DemoRound {
  readonly admitted: readonly { readonly name: string; readonly role: Role }[];
  /** How many finished interviews were handed over. */
  readonly delivered: number;
  /** Why something has to wait for the next round. */
  readonly problem: SyncProblem | null;
}

export interface Demo {
  /** Invitations for the developer's own browser; each can be used once. */
  readonly links: Readonly<Record<'supervisor' | 'interviewer', string>>;
  /** Admits who has joined; every supervisor who is new gets two interviews. Call it again and again, not at once. */
  round(): Promise<DemoRound>;
}

/** Founds the office of invented people. Everything lives in memory, apart from what the office itself keeps. */
export async function openDemo(options: DemoOptions): Promise<Demo> {
  const { guide, stories } = readStories();
  // The wall clock, as the office has it: a laptop that slept must not sign with yesterday's time.
  const clock: Clock = { now: wallTime };
  const talkClock = storyClock(clock.now());
  const shared = { clock, office: options.office, origin: options.origin, guide };
  const founder = await newDemoPerson(shared);
  const interviewer = await newDemoPerson({ ...shared, journalClock: talkClock });

  const { office: officeName, founder: name } = DEMO_NAMES;
  const { secret } = options;
  good(await founder.sync.found({ secret, officeName, name, recipientClass: 'hybrid' }));
  const invite = async (role: Role, guest: string) =>
    good(await founder.sync.invite({ name: guest, role, days: INVITED_FOR_DAYS }));

  const own = await invite('interviewer', DEMO_NAMES.interviewer);
  good(await interviewer.sync.join(own, DEMO_NAMES.interviewer));
  good(await founder.sync.admitJoins());
  const links = {
    supervisor: await invite('supervisor', 'Siv'),
    interviewer: await invite('interviewer', 'Nils'),
  };

  const met = new Set<MemberId>([founder.vault.member, interviewer.vault.member]);
  let told = 0;

  async function tellAll(): Promise<number> {
    for (const story of stories) {
      told += 1;
      // Yesterday afternoon and those before, so that nothing of it lies ahead of the clock.
      talkClock.set(new Date(clock.now() - told * DAY_MS).setHours(13, 0, 0, 0));
      const stream = await holdInterview(
        interviewer.vault,
        { clock: talkClock, random: systemRandom },
        { guide, story, code: `PÅHITT-${told}` },
      );
      if (story.flag) good(await interviewer.sync.deliver('safety', stream));
      good(await interviewer.sync.deliver('interview', stream));
    }
    return stories.length;
  }

  return {
    links,
    async round() {
      const admitting = await founder.sync.round(false);
      const before = await founder.sync.membership();
      const members = before?.directory.members.filter(({ member }) => !met.has(member)) ?? [];
      // First the new directory: what is sealed before it would not be sealed for them.
      let sending = await interviewer.sync.round(false);
      const here = await interviewer.sync.membership();
      let delivered = 0;
      const known = new Set(here?.directory.members.map(({ member }) => member));
      const admitted = members.filter(({ member }) => known.has(member));
      for (const { member } of admitted) met.add(member);
      if (admitted.some(({ role }) => role === 'supervisor')) {
        delivered = await tellAll();
        sending = await interviewer.sync.round(false);
      }
      const late = [admitting, sending].find((each) => each.type === 'later');
      return {
        admitted: admitted.map(({ name: called, role }) => ({ name: called, role })),
        delivered,
        problem: late?.type === 'later' ? late.problem : null,
      };
    },
  };
}

/** The value; among invented people in one's own memory a refusal is a bug. */
function good<T>(result: Result<T, SyncProblem>): T {
  if (!result.ok) throw new Error(`the invented office refused: ${result.error.type}`);
  return result.value;
}
