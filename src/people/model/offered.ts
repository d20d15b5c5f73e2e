/** What one supervisor's app noted, others may have noted as well: what is kept so that each counts once. */
export interface Heard {
  /** How many of the answers in each assignment the register has heard; absent where it has heard none. */
  readonly heard?: Readonly<Record<string, number>> | undefined;
  /** Offers that were noted by mistake: an app that makes one again had not seen that. */
  readonly removed?: readonly string[];
}

interface Answer {
  readonly answer: string;
  readonly on: string;
}

interface Offered {
  readonly offer: string;
  readonly answer: Answer | null;
}

type Offers<O> = Heard & { readonly offers: readonly O[] };

/** The same offer noted by two apps is one, and keeps what has been said about it since. */
export const withOffer = <O extends Offered, S extends Offers<O>>(state: S, made: O): S =>
  state.removed?.includes(made.offer) || state.offers.some(({ offer }) => offer === made.offer)
    ? state
    : { ...state, offers: [...state.offers, made] };

export const withoutOffer = <S extends Offers<Offered>>(state: S, gone: string): S => ({
  ...state,
  offers: state.offers.filter(({ offer }) => offer !== gone),
  removed: [...(state.removed ?? []), gone],
});

/**
 * What somebody answered an interviewer: heard once, whoever repeats it, so that what is corrected afterwards stands.
 * What they said on a later day stands as well.
 * @param nth which of the answers in that assignment it is, counted from 1.
 */
export function withAnswerHeard<A extends Answer, S extends Offers<Offered & { answer: A | null }>>(
  state: S,
  offer: string,
  said: A | null,
  { assignment, answer: nth }: { readonly assignment: string; readonly answer: number },
): S {
  if (nth <= (state.heard?.[assignment] ?? 0)) return state;
  const stands = (known: A | null) =>
    known && said && (known.on > said.on || known.answer === said.answer) ? known : said;
  return {
    ...state,
    offers: state.offers.map((each) =>
      each.offer === offer ? { ...each, answer: stands(each.answer) } : each,
    ),
    heard: { ...state.heard, [assignment]: nth },
  };
}
