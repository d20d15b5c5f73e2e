import { fromUtf8, utf8 } from '../base/bytes.ts';
import type { Guide, Question, Section } from '../guide/model/guide.ts';

/*
 * A guide on its way from the vault worker to the page. A thousand questions of objects and strings cost the page
 * time to take in and memory to hold, and one section is on the screen. So the words of each section travel as
 * bytes, and are read when one of its questions is looked at.
 */
type Words = Pick<
  Question,
  'text' | 'motive' | 'guidance' | 'probes' | 'answer' | 'suggestedCodes'
>;
type Place = Omit<Question, keyof Words>;

export interface PackedGuide {
  readonly frame: Omit<Guide, 'sections'>;
  readonly sections: readonly {
    readonly frame: Omit<Section, 'questions'>;
    /** What the way through the guide asks for. */
    readonly places: readonly Place[];
    /** JSON of the questions' words, in the same order. */
    readonly words: Uint8Array<ArrayBuffer>;
  }[];
}

export function packGuide({ sections, ...frame }: Guide): PackedGuide {
  return {
    frame,
    sections: sections.map(({ questions, ...section }) => ({
      frame: section,
      places: questions.map(placeOf),
      words: utf8(JSON.stringify(questions.map(wordsOf))),
    })),
  };
}

export function unpackGuide({ frame, sections }: PackedGuide): Guide {
  let section = -1;
  let words: readonly Words[] = [];
  /** The words of one section are held at a time: the one on the screen. */
  const find = (s: number, q: number): Words => {
    const packed = sections[s];
    if (s !== section && packed) {
      words = JSON.parse(fromUtf8(packed.words));
      section = s;
    }
    const found = words[q];
    if (!found) throw new Error('a question without words');
    return found;
  };
  return {
    ...frame,
    sections: sections.map((packed, s) => ({
      ...packed.frame,
      questions: packed.places.map((place, q) => new LaterQuestion(place, () => find(s, q))),
    })),
  };
}

/**
 * A question whose words are read when they are asked for. The members stand on the prototype, since getters of its
 * own would cost each question a kilobyte; so it can be read and parsed, but not copied by `...` or postMessage.
 */
class LaterQuestion implements Question {
  readonly #place: Place;
  readonly #words: () => Words;

  constructor(place: Place, words: () => Words) {
    this.#place = place;
    this.#words = words;
  }

  get id() {
    return this.#place.id;
  }
  get optional() {
    return this.#place.optional;
  }
  get core() {
    return this.#place.core;
  }
  get sensitivity() {
    return this.#place.sensitivity;
  }
  get minutes() {
    return this.#place.minutes;
  }
  get watch() {
    return this.#place.watch;
  }
  get text() {
    return this.#words().text;
  }
  get motive() {
    return this.#words().motive;
  }
  get guidance() {
    return this.#words().guidance;
  }
  get probes() {
    return this.#words().probes;
  }
  get answer() {
    return this.#words().answer;
  }
  get suggestedCodes() {
    return this.#words().suggestedCodes;
  }
}

function placeOf(question: Question): Place {
  const { text: _t, motive: _m, guidance: _g, probes: _p, answer: _a, ...rest } = question;
  const { suggestedCodes: _s, ...place } = rest;
  return place;
}

function wordsOf(question: Question): Words {
  const { text, motive, guidance, probes, answer, suggestedCodes } = question;
  return {
    text,
    probes,
    answer,
    suggestedCodes,
    ...(motive && { motive }),
    ...(guidance && { guidance }),
  };
}
