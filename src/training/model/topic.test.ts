import { describe, expect, it } from 'vitest';
import { isAbout } from './about.ts';
import type { Topic } from './topic.ts';

const about = (text: string, topic: Topic) => isAbout(text, { topic });

describe('what else words are about', () => {
  it.each<[Topic, string, string]>([
    ['tellsLimits', 'Jag kan inte lova att han inte får veta.', 'Vad minns du?'],
    ['tellsLimits', 'Det kan vara så att han får läsa det.', 'Vad vill du läsa?'],
    ['tellsLimits', 'He may have a right to know.', 'What do you remember?'],
    ['mustPassOn', 'Jag måste föra det vidare i dag.', 'Vad hände sedan?'],
    ['mustPassOn', 'I have to report it today.', 'What happened next?'],
    ['promises', 'Nej, jag lovar.', 'Jag lovar att ringa dig i morgon.'],
    ['promises', 'Absolut, det kan jag lova dig.', 'Ja, det kan jag.'],
    ['promises', 'I promise.', 'I promise to call you.'],
    ['thanks', 'Tack för att du berättar.', 'Berätta mer.'],
    ['safeNow', 'Är du trygg i dag?', 'Hur är det i dag?'],
    ['safeNow', 'Are you safe now?', 'How are you now?'],
    ['suicide', 'Har du tankar på att ta ditt liv?', 'Vad gör att det inte är lägre?'],
    ['suicide', 'Tänker du att du inte vill leva?', 'Vad tänker du på?'],
    ['suicide', 'Are you thinking of killing yourself?', 'What are you thinking of?'],
    ['otherChild', 'Finns det barn kvar där i dag?', 'Vad hände när du berättade?'],
    ['otherChild', 'Are there children living there now?', 'What happened when you told?'],
    ['otherChild', 'Is anyone living there now?', 'Did anyone listen when you told?'],
    ['otherChild', 'Is anybody still with them?', 'What did somebody say?'],
    ['otherInterviewer', 'Vill du att en kollega tar den delen?', 'Vill du ta paus?'],
    ['otherInterviewer', 'Would you like someone else to do that part?', 'Would you like a break?'],
    ['otherWorkers', 'Berätta om de andra.', 'Berätta om hästen.'],
    ['otherWorkers', 'Tell me about the others.', 'Tell me about the horse.'],
    ['support', 'Jag kan hjälpa dig till vårdcentralen.', 'Vad hände sedan?'],
    ['normalises', 'Det är många som undrar över det.', 'Undrar du över det?'],
    ['tonight', 'Vem kan du ringa i kväll?', 'Vem kan du ringa?'],
    ['contactAgain', 'Jag ringer dig i morgon.', 'Jag förstår.'],
    ['safeContact', 'Hur vill du bli kontaktad?', 'Hur vill du ha det?'],
    ['goOn', 'Orkar du fortsätta?', 'Hur mår du?'],
    ['alreadyRecorded', 'Vad ska jag göra med det som är inspelat?', 'Vad ska jag göra?'],
    ['respite', 'Berätta om den veckan hos en annan familj.', 'Berätta om flytten.'],
  ])('%s: %s, and not %s', (topic, yes, no) => {
    expect(about(yes, topic)).toBe(true);
    expect(about(no, topic)).toBe(false);
  });

  it('is told by words of the case too, where one begins', () => {
    const pengar = { words: ['peng'] };
    expect(isAbout('Hade du några fickpengar?', pengar)).toBe(false);
    expect(isAbout('Hur var det med pengarna?', pengar)).toBe(true);
    expect(isAbout('Vad åt ni?', { words: ['åt'] })).toBe(true);
    expect(isAbout('Vad', {})).toBe(false);
  });

  it('looks at the beginning of a very long text only', () => {
    expect(isAbout(`${'a '.repeat(5000)}tack`, { topic: 'thanks' })).toBe(false);
  });
});
