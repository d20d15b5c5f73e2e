import { catalogue } from './catalogue.ts';

/** What could not be kept or taken away on this device, and that it is tried again. */
export const unkeptTexts = catalogue(
  {
    reading:
      'Det gick inte att anteckna i loggen att du läser här. Appen försöker igen så länge sidan är öppen. Frigör plats på enheten om det inte går över.',
    answer: 'Det gick inte att spara svaret. Försök igen.',
    removal: 'Det gick inte att ta bort raden. Försök igen.',
    takingOut:
      'Det gick inte att anteckna i loggen att något tas ut. Därför togs inget ut. Försök igen.',
    ownAnswers:
      'Ett av dina svar gäller ord som deltagaren har tagit tillbaka. Det gick inte att ta bort svaret än. Appen försöker igen.',
  },
  {
    reading:
      'It could not be noted in the log that you read here. The app tries again as long as the page is open. Free some space on the device if this does not go away.',
    answer: 'The answer could not be saved. Try again.',
    removal: 'The row could not be removed. Try again.',
    takingOut:
      'It could not be noted in the log that something is taken out. So nothing was taken out. Try again.',
    ownAnswers:
      'One of your answers is about words that the participant has taken back. The answer could not be removed yet. The app tries again.',
  },
);
