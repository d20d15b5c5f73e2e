import { catalogue } from './catalogue.ts';

/** What surrounds a talk: who the two are to each other, protected personal data, an interpreter. */
export const circumstancesTexts = catalogue(
  {
    title: 'Omständigheter',
    relation: 'Hur känner ni varandra?',
    own: 'Jag var deltagarens socialsekreterare',
    other: 'Vi har träffats, men någon annan var deltagarens socialsekreterare',
    neverMet: 'Vi har aldrig träffats',
    choiceOffered: 'Deltagaren har fått frågan om hen hellre vill prata med någon annan.',
    ownHelp:
      'Det kan vara lättare att prata med någon man känner, och det kan vara svårare. En kollega kan ta avsnittet om socialsekreteraren. Skriv i memot hur det kan ha påverkat samtalet.',
    protectedData: 'Deltagaren har skyddade personuppgifter',
    protectedHelp:
      'Använd bara koden. Skriv inga namn, orter, skolor eller arbetsplatser. Ljudinspelning är avstängd. Säg till arbetsledaren så att intervjun inte hamnar i en liten grupp i sammanställningen.',
    interpreter: 'Tolk',
    none: 'Ingen tolk',
    authorised: 'Auktoriserad tolk',
    otherInterpreter: 'Annan tolk från tolkförmedlingen',
    noRelative:
      'En anhörig eller ett barn kan inte tolka. Deltagaren ska kunna berätta fritt, och ingen närstående ska behöva bära det som sägs.',
    minutes: (longer: number, usual: number) =>
      `Räkna med ungefär ${longer} minuter i stället för ${usual}.`,
    rules: 'Regler när ni är tre',
    rule1: 'Presentera alla, och säg att tolken har tystnadsplikt.',
    rule2: 'Titta på deltagaren och prata till deltagaren, inte till tolken.',
    rule3: 'Säg en sak i taget och vänta in tolken.',
    rule4: 'Tolken översätter allt som sägs och lägger inte till något.',
    rule5: 'Deltagaren får be om en annan tolk, eller sluta, när som helst.',
    close: 'Stäng',
    record_own: 'Intervjuaren var deltagarens socialsekreterare.',
    record_other:
      'Intervjuaren och deltagaren hade träffats, men någon annan var deltagarens socialsekreterare.',
    record_neverMet: 'Intervjuaren och deltagaren hade aldrig träffats.',
    wasOffered: 'Deltagaren erbjöds någon annan att prata med.',
    notOffered: 'Det finns ingen markering att deltagaren erbjöds någon annan att prata med.',
    prepared: (done: number, of: number) => `${done} av ${of} i den praktiska kontrollen`,
  },
  {
    title: 'Circumstances',
    relation: 'How do you know each other?',
    own: 'I was the participant’s social worker',
    other: 'We have met, but someone else was the participant’s social worker',
    neverMet: 'We have never met',
    choiceOffered:
      'The participant has been asked whether they would rather talk with someone else.',
    ownHelp:
      'It can be easier to talk with someone you know, and it can be harder. A colleague can take the section about the social worker. Write in the memo how it may have affected the talk.',
    protectedData: 'The participant has protected personal data',
    protectedHelp:
      'Use the code only. Write no names, places, schools or workplaces. Sound recording is off. Tell the supervisor, so that the interview does not end up in a small group of the compilation.',
    interpreter: 'Interpreter',
    none: 'No interpreter',
    authorised: 'Authorised interpreter',
    otherInterpreter: 'Another interpreter from the agency',
    noRelative:
      'A relative or a child cannot interpret. The participant must be able to speak freely, and nobody close should have to carry what is said.',
    minutes: (longer: number, usual: number) =>
      `Allow about ${longer} minutes instead of ${usual}.`,
    rules: 'Rules when you are three',
    rule1: 'Introduce everyone, and say that the interpreter is bound by secrecy.',
    rule2: 'Look at the participant and speak to the participant, not to the interpreter.',
    rule3: 'Say one thing at a time and wait for the interpreter.',
    rule4: 'The interpreter translates everything that is said and adds nothing.',
    rule5: 'The participant may ask for another interpreter, or stop, at any time.',
    close: 'Close',
    record_own: 'The interviewer was the participant’s social worker.',
    record_other:
      'The interviewer and the participant had met, but someone else was the participant’s social worker.',
    record_neverMet: 'The interviewer and the participant had never met.',
    wasOffered: 'The participant was offered someone else to talk with.',
    notOffered: 'Nothing shows that the participant was offered someone else to talk with.',
    prepared: (done: number, of: number) => `${done} of ${of} in the practical check`,
  },
);
