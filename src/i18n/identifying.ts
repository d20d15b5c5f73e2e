import { catalogue } from './catalogue.ts';

/** Quiet hints, after the talk and in review, that a text may point somebody out. */
export const identifyingTexts = catalogue(
  {
    title: 'Kan någon kännas igen?',
    help: 'Här ser det ut att stå uppgifter som kan peka ut någon. Skriv hellre en roll eller en ungefärlig plats. Behövs uppgiften kan den stå kvar.',
    reviewHelp: 'Här ser det ut att stå uppgifter som kan peka ut någon.',
    identityNumber: 'personnummer',
    phone: 'telefonnummer',
    email: 'e-postadress',
    street: 'gatuadress',
    memoField: (label: string) => `Memot: ${label}`,
    go: (place: string) => `Gå till: ${place}`,
  },
  {
    title: 'Could someone be recognised?',
    help: 'Something here looks as if it could point someone out. Write a role or a rough place instead. If it is needed it may stay.',
    reviewHelp: 'Something here looks as if it could point someone out.',
    identityNumber: 'personal identity number',
    phone: 'telephone number',
    email: 'e-mail address',
    street: 'street address',
    memoField: (label: string) => `Memo: ${label}`,
    go: (place: string) => `Go to: ${place}`,
  },
);
