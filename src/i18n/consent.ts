import { catalogue } from './catalogue.ts';

/** The consent gate. */
export const consentTexts = catalogue(
  {
    consentTitle: 'Samtycke',
    consentSaidBack:
      'Jag har läst upp sekretessens gränser, och deltagaren har berättat med egna ord vad de betyder.',
    consentAudioOff:
      'Ljudinspelning är avstängd tills kontoret har ett gallringsbeslut. Ni dokumenterar med anteckningar.',
    consentSave: 'Spara samtycket',
    consentSaved: (time: string) => `Samtycket är noterat ${time}.`,
    consentNeeded:
      'Ni kan gå vidare när deltagaren har sagt ja till att delta och till anteckningar, och har återgett sekretessens gränser.',
    consentRequired: 'behövs för att fortsätta',
    consentNo: 'Nej, inte i dag',
    consentLaw: 'Om lagen, och att ta tillbaka sitt samtycke',
    consentClosed: 'Samtalet är avslutat, så samtycket kan inte ändras här.',
    consentClosedWithout:
      'Samtalet är avslutat utan att samtycket sparades. Intervjun kan inte färdigställas. Ta bort utkastet från memosidan.',
  },
  {
    consentTitle: 'Consent',
    consentSaidBack:
      'I have read out the limits of confidentiality, and the participant has told me in their own words what they mean.',
    consentAudioOff:
      'Sound recording is off until the office has a retention decision. You document with notes.',
    consentSave: 'Save the consent',
    consentSaved: (time: string) => `The consent was noted at ${time}.`,
    consentNeeded:
      'You can go on when the participant has said yes to taking part and to notes, and has said back the limits of confidentiality.',
    consentRequired: 'needed to continue',
    consentNo: 'No, not today',
    consentLaw: 'About the law, and taking back consent',
    consentClosed: 'The conversation has ended, so the consent cannot be changed here.',
    consentClosedWithout:
      'The conversation ended without the consent being saved. The interview cannot be completed. Remove the draft from the memo page.',
  },
);
