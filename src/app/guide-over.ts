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
/** What is said when a section is opened; its title stands in lists. */
type SectionWords = Pick<Section, 'purpose' | 'intro' | 'transition'>;
interface Packed {
  readonly section: SectionWords;
  readonly questions: readonly Words[];
}

export interface PackedGuide {
  readonly frame: Omit<Guide, 'sections'>;
  readonly sections: readonly {
    readonly frame: Omit<Section, 'questions' | keyof SectionWords>;
    /** What the way through the guide asks for. */
    readonly places: readonly Place[];
    /** JSON of the section's words and its questions', in the same order. */
    readonly words: Uint8Array<ArrayBuffer>;
  }[];
}

export function packGuide({ sections, ...frame }: Guide): PackedGuide {
  return {
    frame,
    sections: sections.map(({ questions, purpose, intro, transition, ...section }) => ({
      frame: section,
      places: questions.map(placeOf),
      words: packed({ section: { purpose, intro, transition }, questions: questions.map(wordsOf) }),
    })),
  };
}

const packed = (words: Packed): Uint8Array<ArrayBuffer> => utf8(JSON.stringify(words));

export function unpackGuide({ frame, sections }: PackedGuide): Guide {
  const reader = new WordReader(sections.map(({ words }) => words));
  return {
    ...frame,
    sections: sections.map((section, s) => new LaterSection(section, reader, s)),
  };
}

/** The words of one section are held at a time: the one on the screen. */
class WordReader {
  readonly #sections: readonly Uint8Array[];
  #at = -1;
  #words: Packed | undefined;

  constructor(sections: readonly Uint8Array[]) {
    this.#sections = sections;
  }

  section(s: number): SectionWords {
    return this.#read(s).section;
  }

  question(s: number, q: number): Words {
    const found = this.#read(s).questions[q];
    if (!found) throw new Error('a question without words');
    return found;
  }

  #read(s: number): Packed {
    const bytes = this.#sections[s];
    if (s !== this.#at && bytes) {
      this.#words = JSON.parse(fromUtf8(bytes));
      this.#at = s;
    }
    if (!this.#words) throw new Error('a section without words');
    return this.#words;
  }
}

/** A section whose words are read when they are asked for, as those of its questions. */
class LaterSection implements Section {
  readonly #frame: PackedGuide['sections'][number]['frame'];
  readonly #reader: WordReader;
  readonly #s: number;
  readonly questions: Question[];

  constructor({ frame, places }: PackedGuide['sections'][number], reader: WordReader, s: number) {
    this.#frame = frame;
    this.#reader = reader;
    this.#s = s;
    this.questions = places.map((place, q) => new LaterQuestion(place, reader, s, q));
  }

  get id() {
    return this.#frame.id;
  }
  get title() {
    return this.#frame.title;
  }
  get minutes() {
    return this.#frame.minutes;
  }
  get sensitivity() {
    return this.#frame.sensitivity;
  }
  get mayBeSkippedByInterviewer() {
    return this.#frame.mayBeSkippedByInterviewer;
  }
  get purpose() {
    return this.#reader.section(this.#s).purpose;
  }
  get intro() {
    return this.#reader.section(this.#s).intro;
  }
  get transition() {
    return this.#reader.section(this.#s).transition;
  }
}

/**
 * A question whose words are read when they are asked for. The members stand on the prototype, since getters of its
 * own would cost each question a kilobyte; so it can be read and parsed, but not copied by `...` or postMessage.
 */
class LaterQuestion implements Question {
  readonly #place: Place;
  readonly #reader: WordReader;
  readonly #s: number;
  readonly #q: number;

  constructor(place: Place, reader: WordReader, s: number, q: number) {
    this.#place = place;
    this.#reader = reader;
    this.#s = s;
    this.#q = q;
  }

  get #words(): Words {
    return this.#reader.question(this.#s, this.#q);
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
    return this.#words.text;
  }
  get motive() {
    return this.#words.motive;
  }
  get guidance() {
    return this.#words.guidance;
  }
  get probes() {
    return this.#words.probes;
  }
  get answer() {
    return this.#words.answer;
  }
  get suggestedCodes() {
    return this.#words.suggestedCodes;
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
