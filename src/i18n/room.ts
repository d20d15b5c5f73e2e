import { catalogue } from './catalogue.ts';

/** Whether what is saved may stay, and whether there is room for more. */
export const roomTexts = catalogue(
  {
    notPromised:
      'Webbläsaren har inte lovat att behålla det du sparar här. Blir enheten full kan den rensa allt på en gång, även samtal som inte är skickade.',
    install:
      'Installera Återblick som app i webbläsarens meny, eller be systemförvaltaren. Tryck sedan på knappen.',
    ask: 'Fråga webbläsaren igen',
    refused: 'Webbläsaren lovar det inte än.',
    promised: 'Nu har webbläsaren lovat att behålla det du sparar.',
    full: 'Enheten är full. Det du skriver sparas i reserven så länge. Ta bort något annat än Återblick, och spara det viktiga som fil.',
  },
  {
    notPromised:
      'The browser has not promised to keep what you save here. If the device becomes full it may clear everything at once, also talks that are not sent.',
    install:
      'Install Återblick as an app from the browser’s menu, or ask the operator. Then touch the button.',
    ask: 'Ask the browser again',
    refused: 'The browser does not promise it yet.',
    promised: 'The browser has now promised to keep what you save.',
    full: 'The device is full. What you write is saved in the reserve for now. Remove something other than Återblick, and save what matters as a file.',
  },
);
