import { MemberId } from '../base/ids.ts';
import type { Details, Placement } from './model/participant.ts';

/** Invented people for tests. */
export const KARIN = MemberId.parse('1'.repeat(32));

export const ELIN: Details = {
  name: 'Elin Exempel',
  contact: { way: 'text', value: '070-000 00 00', note: 'Bara sms, dagtid.' },
  birthMonth: '2004-05',
  municipality: 'Storby',
  protectedData: false,
  language: 'sv',
  interpreter: false,
  ownWorkers: [KARIN],
  otherWorkers: '',
  siblings: [],
};

/** Ten years in one foster home that ended as planned. */
export const TEN_YEARS: Placement = {
  placement: 'aaaaaaaa',
  kind: 'fosterHome',
  from: '2012-03',
  to: '2022-06-10',
  municipality: 'Storby',
  ending: 'planned',
};
