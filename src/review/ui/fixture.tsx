import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ok } from '../../base/result.ts';
import type { NewEvent } from '../../journal/model/event.ts';
import type { Journal } from '../../journal/model/port.ts';
import {
  allChecked,
  GUIDE,
  INTERVIEW,
  interviewEvents,
  interviewSummary,
  KARIN,
  memoryJournal,
  NAMES,
  OLLE,
  written,
} from '../fixture.ts';
import { foldReview } from '../model/state.ts';
import { reviewStreamOf, summariseReview } from '../model/summary.ts';
import type { ReviewPorts } from '../session.ts';
import { Reading } from './Reading.tsx';

/* A supervisor's desk with the invented interview on it, for the tests of the reading view. */

export class TestDesk {
  journal: Journal = memoryJournal(KARIN);
  events = interviewEvents();
  /** What was handed over, and how the next handing over goes. */
  readonly delivered: Parameters<ReviewPorts['deliver']>[] = [];
  readonly acknowledged: Parameters<ReviewPorts['acknowledge']>[] = [];
  delivery: Awaited<ReturnType<ReviewPorts['deliver']>> = ok('packed');

  /** What has come of the sound; none in most talks. */
  sound: ReviewPorts['sound'];

  /** The next parcel from the tablet. */
  async arrives(...facts: NewEvent[]): Promise<void> {
    this.events = written(facts, INTERVIEW, this.events, OLLE);
    await this.journal.take(INTERVIEW, 'interview', this.events, interviewSummary(this.events));
  }

  /** The reading view as it appears, before the interview is open. */
  open(guide: typeof GUIDE | null = GUIDE) {
    return render(
      <Reading
        stream={INTERVIEW}
        ports={{
          journal: this.journal,
          me: { member: KARIN.author, name: 'Karin Ek' },
          clock: { now: () => 1_800_000_000_000 },
          sound: this.sound,
          deliver: async (...parcel) => {
            this.delivered.push(parcel);
            return this.delivery;
          },
          acknowledge: async (...stream) => {
            this.acknowledged.push(stream);
          },
        }}
        guide={guide ?? undefined}
        nameOf={(member) => NAMES.get(member) ?? ''}
        onBack={() => undefined}
      />,
    );
  }

  async show(guide: typeof GUIDE | null = GUIDE) {
    const view = this.open(guide);
    await screen.findByRole('heading', { level: 1, name: 'Intervju K-017' });
    return { user: userEvent.setup(), view };
  }

  /** Every required point of the checklist is marked for this revision. */
  async checked(revision = 1): Promise<void> {
    const started = { type: 'ReviewStarted', version: 1, data: { interview: INTERVIEW, revision } };
    const stream = reviewStreamOf(INTERVIEW, KARIN.author);
    const known = (await this.journal.open(stream))?.events ?? [];
    const events = written([started, ...allChecked(revision)], stream, known, KARIN);
    const state = foldReview(events);
    if (!state) throw new Error('not a review');
    await this.journal.take(stream, 'review', events, summariseReview(state));
  }

  /** One's own review as it is kept. */
  async review() {
    const kept = await this.journal.open(reviewStreamOf(INTERVIEW, KARIN.author));
    return foldReview(kept?.events ?? []);
  }
}

/** The article of a question, by its text. */
export const question = (text: string) => {
  const heading = screen.getByRole('heading', { name: text });
  const article = heading.closest('article');
  if (!article) throw new Error('no article');
  return within(article);
};
export const ASKED = GUIDE.sections[1]?.questions[0]?.text.sv ?? '';
