import { catalogue } from './catalogue.ts';

/** The start page of those who get no interviews: what their role is to see, and why nothing is here yet. */
export const roleStartTexts = catalogue(
  {
    methodLead:
      'Som metodhandledare ska du kunna se året i korthet och kontorets regler, aldrig något som har sagts. Det går inte än: årets siffror räknas fram ur registret hos arbetsledaren, och de kan ännu inte skickas till dig utan det. Be arbetsledaren skriva ut Året i korthet. Små grupper är dolda där också.',
    researcher:
      'Som forskare ska du kunna få material utan identiteter, först när det finns ett etikgodkännande och deltagaren själv har samtyckt till forskningen. Den delen av appen finns inte än, så inget skickas till dig. Prata med arbetsledaren om hur ni gör under tiden.',
  },
  {
    methodLead:
      'As a method supervisor you are to see the year at a glance and the office’s rules, never anything that was said. That is not possible yet: the numbers of the year are counted from the register at the supervisor’s, and cannot yet be sent to you without it. Ask the supervisor to print The year at a glance. Small groups are hidden there too.',
    researcher:
      'As a researcher you are to get material without identities, once there is an ethical approval and the participant has consented to the research. That part of the app does not exist yet, so nothing is sent to you. Talk with the supervisor about what to do meanwhile.',
  },
);
