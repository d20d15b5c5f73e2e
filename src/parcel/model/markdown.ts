/*
 * The readable half of a parcel: Markdown (CommonMark 0.31) that reads as the talk did, in any editor, without us.
 * All words (outcomes, labels, titles) are handed in, so this knows no language and no guide.
 */

/** One line about the whole, e.g. { label: 'Kod', value: 'K-017' }. */
export interface PageFact {
  readonly label: string;
  readonly value: string;
}

/** A stretch [from, to) in UTF-16 code units that was said word for word. */
export type Range = readonly [from: number, to: number];

export interface PageQuestion {
  readonly id: string;
  /** As it was asked. */
  readonly text: string;
  /** How it ended, in words: every question has one, so that silence is never ambiguous. */
  readonly outcome: string;
  /** A scale, choice or period as it is shown; null for none. */
  readonly value: string | null;
  readonly answer: string;
  readonly verbatim: readonly Range[];
  /** What else belongs to the answer, after it. */
  readonly remarks?: readonly PageRemark[];
}

/** A label, and what it is about; empty when the label says it all. */
export interface PageRemark {
  readonly label: string;
  readonly text: string;
}

export interface InterviewPage {
  readonly title: string;
  readonly facts: readonly PageFact[];
  readonly sections: readonly {
    readonly title: string;
    readonly questions: readonly PageQuestion[];
  }[];
  /** What else belongs to the record, after the questions. */
  readonly lists?: readonly PageList[];
}

/** A heading and what stands under it, a line each. */
export interface PageList {
  readonly title: string;
  readonly lines: readonly string[];
}

export interface MemoPage {
  readonly title: string;
  readonly facts: readonly PageFact[];
  readonly fields: readonly { readonly label: string; readonly text: string }[];
}

/** Questions and answers as asked. */
export function interviewMarkdown(page: InterviewPage): string {
  const sections = page.sections.flatMap((section) => [
    `## ${inLine(section.title)}`,
    ...section.questions.flatMap(question),
  ]);
  const lists = (page.lists ?? []).flatMap(({ title, lines }) => [
    `## ${inLine(title)}`,
    ...lines.map((line) => words(line, [])),
  ]);
  return blocks([...head(page), ...sections, ...lists]);
}

/** The memo, field by field, in the template's order. */
export function memoMarkdown(page: MemoPage): string {
  const fields = page.fields.flatMap((field) => [
    `## ${inLine(field.label)}`,
    words(field.text, []),
  ]);
  return blocks([...head(page), ...fields]);
}

function head(page: { readonly title: string; readonly facts: readonly PageFact[] }): string[] {
  const facts = page.facts.map((fact) => `- ${atStart(inLine(fact.label))}: ${inLine(fact.value)}`);
  return [`# ${inLine(page.title)}`, facts.join('\n')];
}

function question(asked: PageQuestion): string[] {
  return [
    `### ${inLine(asked.id)} ${inLine(asked.text)}`,
    `*${inLine(asked.outcome)}*`,
    asked.value ? `**${inLine(asked.value)}**` : '',
    words(asked.answer, asked.verbatim),
    ...(asked.remarks ?? []).flatMap(({ label, text }) => [`*${inLine(label)}*`, words(text, [])]),
  ];
}

const blocks = (all: readonly string[]): string =>
  `${all.filter((block) => block !== '').join('\n\n')}\n`;

/**
 * Free text. A line said word for word as a whole becomes a block quote, a stretch within a line stands in
 * quotation marks; line breaks stay where they were typed (two spaces at a line's end: CommonMark 6.7).
 */
function words(text: string, verbatim: readonly Range[]): string {
  const ranges = joined(text, verbatim);
  const out: string[] = [];
  let before: Line['kind'] = 'blank';
  for (const line of lines(text, ranges)) {
    // Without the empty line, what follows a quote would be read as part of it (CommonMark 5.1, laziness).
    if (before !== 'blank' && line.kind !== 'blank' && line.kind !== before) out.push('');
    const last = out.length - 1;
    if (before === line.kind && line.kind !== 'blank') out[last] = `${out[last] ?? ''}  `;
    out.push(line.kind === 'quote' ? `> ${line.text}` : line.text);
    before = line.kind;
  }
  return out
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+|\n+$/g, '');
}

interface Line {
  readonly kind: 'blank' | 'quote' | 'plain';
  readonly text: string;
}

function* lines(text: string, ranges: readonly Range[]): Generator<Line> {
  let from = 0;
  for (const raw of text.split(/(\r\n|\r|\n)/)) {
    const to = from + raw.length;
    if (!/^(\r\n|\r|\n)$/.test(raw)) yield line(text, from, to, ranges);
    from = to;
  }
}

function line(text: string, from: number, to: number, ranges: readonly Range[]): Line {
  const raw = text.slice(from, to);
  if (raw.trim() === '') return { kind: 'blank', text: '' };
  const first = from + (raw.length - raw.trimStart().length);
  const end = to - (raw.length - raw.trimEnd().length);
  if (ranges.some(([start, stop]) => start <= first && stop >= end)) {
    return { kind: 'quote', text: atStart(escape(raw.trim())) };
  }
  let out = '';
  let at = first;
  for (const [start, stop] of ranges) {
    const quoted = text.slice(Math.max(start, at), Math.min(stop, end));
    if (start >= end || stop <= at || quoted.trim() === '') continue;
    out += escape(text.slice(at, Math.max(start, at)));
    const [before, after] = [/^\s/.test(quoted) ? ' ' : '', /\s$/.test(quoted) ? ' ' : ''];
    out += `${before}”${escape(quoted.trim())}”${after}`;
    at = Math.min(stop, end);
  }
  return { kind: 'plain', text: atStart(out + escape(text.slice(at, end))) };
}

/** Sorted, within the text, and overlapping or touching stretches as one. */
function joined(text: string, ranges: readonly Range[]): Range[] {
  const out: Range[] = [];
  for (const [from, to] of ranges.toSorted(([a], [b]) => a - b)) {
    const stop = Math.min(to, text.length);
    const last = out.at(-1);
    if (from >= stop) continue;
    if (last && from <= last[1]) out[out.length - 1] = [last[0], Math.max(last[1], stop)];
    else out.push([from, stop]);
  }
  return out;
}

/** Text in one line, e.g. a heading. A trailing run of # would be taken off a heading. */
const inLine = (text: string): string =>
  escape(text.replace(/\s+/g, ' ').trim()).replace(/(#+)$/, '\\$1');

/** Takes from a text everything by which it could become emphasis, code, a link, HTML, a table or an entity. */
const escape = (text: string): string =>
  text.replace(/[\\`*_[\]<>~|]/g, '\\$&').replace(/&(?=#?[A-Za-z0-9]+;)/g, '\\&');

/** What only means something where a line begins: headings, lists, rules, underlines of headings. */
const atStart = (text: string): string =>
  text.replace(/^([#+=-])/, '\\$1').replace(/^(\d{1,9})([.)])/, '$1\\$2');
