import { catalogue } from './catalogue.ts';

/** What each key does, in the list of shortcuts. */
export const shortcutTexts = catalogue(
  {
    help: 'För dig som har ett tangentbord till surfplattan. På en iPad heter Alt-tangenten också ⌥.',
    act: 'Vad du gör',
    press: 'Tangenter',
    next: 'Nästa fråga',
    previous: 'Föregående fråga',
    note: 'Till anteckningsfältet',
    verbatim: 'Märk som ordagrant',
    thirdPerson: 'Märk som om någon annan',
    skip: 'Hoppa över frågan',
    pause: 'Paus',
    cards: 'Stödkort',
    tools: 'Verktyg',
    control: 'Ctrl',
    shift: 'Skift',
    enter: 'Retur',
  },
  {
    help: 'If you have a keyboard for the tablet. On an iPad the Alt key is also called ⌥.',
    act: 'What you do',
    press: 'Keys',
    next: 'Next question',
    previous: 'Previous question',
    note: 'To the notes',
    verbatim: 'Mark as word for word',
    thirdPerson: 'Mark as about someone else',
    skip: 'Skip the question',
    pause: 'Pause',
    cards: 'Support cards',
    tools: 'Tools',
    control: 'Ctrl',
    shift: 'Shift',
    enter: 'Enter',
  },
);
