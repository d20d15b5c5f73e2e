import { catalogue } from './catalogue.ts';

/** The gate of consent: age, guardian, the items and how the yes was given. */
export const consentTexts = catalogue(
  {
    ageTitle: 'Hur gammal är deltagaren i dag?',
    adult: '18 år eller äldre',
    from15to17: '15–17 år',
    under15: 'Under 15 år',
    ageWhy: 'Åldern avgör vem som behöver bli tillfrågad. Födelsedatum sparas inte.',

    tooYoung: 'Vi behöver vänta med samtalet',
    tooYoungHelp:
      'Den som är under 15 år intervjuas inte, även om hen vill. Säg tack för viljan att berätta. Inget av det som är antecknat sparas.',
    bornTitle: 'Från vilken dag kan ni fråga igen?',
    bornHelp: 'Året och månaden används bara för att räkna ut dagen. De sparas inte.',
    bornYear: 'Född, år',
    bornMonth: 'Född, månad',
    bornYearBad: 'Skriv året med fyra siffror, till exempel 2013.',
    askFrom: (month: string, day: string) =>
      `Fyller 15 år i ${month}. Ni kan fråga igen från och med ${day}, om det då har gått två år sedan placeringen avslutades.`,
    oldEnough: (month: string) =>
      `Den som är född då fyllde 15 år i ${month}. Ändra åldern ovanför.`,
    stopAndErase: 'Sluta och ta bort',

    guardianTitle: 'Vårdnadshavare',
    guardianSecrecy:
      'Det som sägs här är hemligt även för vårdnadshavaren. Inget lämnas ut utan att vi först har prövat om det kan skada deltagaren. Säg det till deltagaren.',
    guardianRequired: 'Vårdnadshavaren behöver ge sitt tillstånd innan samtalet kan fortsätta.',
    guardianInformed: 'Vårdnadshavaren behöver ha fått information innan samtalet kan fortsätta.',
    guardianNone: 'Deltagaren bestämmer själv. Vårdnadshavaren behöver inte tillfrågas.',
    guardianPermits: 'Vårdnadshavaren har gett tillstånd',
    guardianKnows: 'Vårdnadshavaren har fått information',
    guardianSigns: 'Vårdnadshavarens underskrift, om hen är med',
    guardianPermitted: (time: string) => `Vårdnadshavarens tillstånd är noterat ${time}.`,
    guardianTold: (time: string) => `Att vårdnadshavaren är informerad är noterat ${time}.`,
    theParticipant: 'deltagaren',

    consentTitle: 'Samtycke',
    secrecyFirst: 'Läs upp sekretessens gränser först, och be deltagaren säga dem med egna ord.',
    consentSaidBack:
      'Jag har läst upp sekretessens gränser, och deltagaren har berättat med egna ord vad de betyder.',
    consentAudioOff:
      'Ljudinspelning är avstängd tills kontoret har ett gallringsbeslut. Ni dokumenterar med anteckningar.',
    consentAudioProtected:
      'Ljudinspelning är avstängd eftersom deltagaren har skyddade personuppgifter.',
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

    signTitle: 'Underskrift på skärmen',
    signHelp:
      'Den som vill skriver sin signatur i rutan. Utan signatur noteras att deltagaren sa ja muntligt. Det gäller lika mycket.',
    signWanted: 'Kontoret vill ha en underskrift. Deltagaren skriver sin signatur i rutan.',
    signSpoken: 'Det går inte att skriva under här. Deltagaren säger ja muntligt i stället.',
    signNeeded: 'Underskriften saknas än.',
    signHere: 'Ruta att skriva i med finger, penna eller mus',
    signClear: 'Sudda',
  },
  {
    ageTitle: 'How old is the participant today?',
    adult: '18 or older',
    from15to17: '15–17',
    under15: 'Under 15',
    ageWhy: 'The age decides who must be asked. The date of birth is not kept.',

    tooYoung: 'We need to wait with this conversation',
    tooYoungHelp:
      'Someone under 15 is not interviewed, even if they want to be. Thank them for being willing to tell. Nothing that was written down is kept.',
    bornTitle: 'From which day can you ask again?',
    bornHelp: 'The year and month are only used to work out the day. They are not kept.',
    bornYear: 'Born, year',
    bornMonth: 'Born, month',
    bornYearBad: 'Write the year with four digits, for example 2013.',
    askFrom: (month: string, day: string) =>
      `Turns 15 in ${month}. You can ask again from ${day}, if two years have then passed since the placement ended.`,
    oldEnough: (month: string) => `Someone born then turned 15 in ${month}. Change the age above.`,
    stopAndErase: 'Stop and erase',

    guardianTitle: 'Guardian',
    guardianSecrecy:
      'What is said here is secret from the guardian too. Nothing is handed out before we have considered whether it could harm the participant. Tell the participant so.',
    guardianRequired: 'The guardian needs to give permission before the conversation can go on.',
    guardianInformed: 'The guardian needs to be informed before the conversation can go on.',
    guardianNone: 'The participant decides. The guardian does not need to be asked.',
    guardianPermits: 'The guardian has given permission',
    guardianKnows: 'The guardian has been informed',
    guardianSigns: 'The guardian’s signature, if they are present',
    guardianPermitted: (time: string) => `The guardian’s permission was noted at ${time}.`,
    guardianTold: (time: string) => `That the guardian is informed was noted at ${time}.`,
    theParticipant: 'the participant',

    consentTitle: 'Consent',
    secrecyFirst:
      'First read out the limits of confidentiality, and ask the participant to say them in their own words.',
    consentSaidBack:
      'I have read out the limits of confidentiality, and the participant has told me in their own words what they mean.',
    consentAudioOff:
      'Sound recording is off until the office has a retention decision. You document with notes.',
    consentAudioProtected:
      'Sound recording is off because the participant has protected personal data.',
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

    signTitle: 'Signature on the screen',
    signHelp:
      'Whoever wants to signs in the box. Without a signature it is noted that the participant said yes aloud. It counts just as much.',
    signWanted: 'The office wants a signature. The participant signs in the box.',
    signSpoken: 'Signing is not possible here. The participant says yes aloud instead.',
    signNeeded: 'The signature is still missing.',
    signHere: 'Box to write in with a finger, a pen or a mouse',
    signClear: 'Clear',
  },
);
