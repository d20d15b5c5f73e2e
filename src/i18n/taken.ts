import { catalogue } from './catalogue.ts';

/** What a tab says that has let the vault go to another one. */
export const takenTexts = catalogue(
  {
    title: 'Öppen i en annan flik',
    text: 'Allt är sparat. Fortsätt i den andra fliken, eller öppna det här i stället.',
    open: 'Öppna här',
  },
  {
    title: 'Open in another tab',
    text: 'Everything is saved. Continue in the other tab, or open it here again.',
    open: 'Open here',
  },
);
