import { catalogue } from './catalogue.ts';

/** What the shell shows rarely and fetches when it does; what everybody meets stands in home.ts. */
export const shellTexts = catalogue(
  {
    nothingHere:
      'Med din roll får du inga intervjuer och inga uppgifter om deltagare. Det är som det ska vara. Fråga en arbetsledare om du behöver något annat.',
    tryWord: 'PROVA PÅ',
    tryMark: 'Prova på – allt är påhittat',
    tryInterviewer: 'Byt till intervjuaren',
    trySupervisor: 'Byt till arbetsledaren',
    tryLeave: 'Avsluta och radera',
    lockedSoundTitle: 'Låst, med ljudet på',
    lockedSoundText:
      'Det som är skrivet är sparat och låst. Ljudet spelas fortfarande in. När du stänger av det kan du låsa upp igen.',
    where: 'Visa var felet uppstod',
    whereHelp:
      'För den som sköter systemet. Här står bara platser i programmet, ingenting av det som har skrivits eller sagts.',
  },
  {
    nothingHere:
      'With your role you get no interviews and nothing about participants. That is as it should be. Ask a supervisor if you need something else.',
    tryWord: 'TRY IT',
    tryMark: 'Try it – everything is invented',
    tryInterviewer: 'Switch to the interviewer',
    trySupervisor: 'Switch to the supervisor',
    tryLeave: 'End and erase',
    lockedSoundTitle: 'Locked, with the sound on',
    lockedSoundText:
      'What is written is saved and locked. Sound is still being recorded. When you turn it off you can unlock again.',
    where: 'Show where it went wrong',
    whereHelp:
      'For whoever runs the system. It only names places in the program, nothing of what was written or said.',
  },
);
