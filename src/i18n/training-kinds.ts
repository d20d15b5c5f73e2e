import { catalogue } from './catalogue.ts';

/** What kind of question the trainee asked, why, and how it could be asked instead: a hint, never a score. */
export const kindTexts = catalogue(
  {
    kind_open: 'Öppen inbjudan',
    kind_cued: 'Inbjudan i personens egna ord',
    kind_focused: 'Riktad fråga',
    kind_option: 'Fråga med givna svar',
    kind_leading: 'Ledande fråga',
    kind_several: 'Flera frågor på en gång',
    why_invites: 'Du ber personen berätta, och personen väljer själv vad som är viktigt.',
    why_broad: 'Du frågar brett. Personen kan börja var som helst och svara med en berättelse.',
    why_goOn: 'Du visar att du lyssnar och låter personen fortsätta.',
    why_ownWords: 'Du tar upp det personen själv har sagt och ber om mer.',
    why_oneThing:
      'Du frågar efter en enda sak. Det passar när just den uppgiften saknas, efter att personen har fått berätta fritt.',
    why_why:
      'Varför-frågor kan låta som en anklagelse, och svaret blir lätt en förklaring i stället för en berättelse.',
    why_unclear: 'Det går inte att se vad du frågar efter. Börja gärna med ”Berätta”.',
    why_yesNo: 'Frågan kan besvaras med ja eller nej. Då tar berättelsen lätt slut där.',
    why_choice:
      'Du ger svaren att välja mellan. Det personen själv skulle ha sagt finns kanske inte med.',
    why_knows:
      'Frågan om personen minns eller vet kan besvaras med ja eller nej. Fråga direkt efter det du undrar.',
    why_tag: 'Slutet på frågan ber personen hålla med dig.',
    why_assumes: 'Du lägger fram din egen bild och ber personen bekräfta den.',
    why_statement: 'Det är ett påstående med frågetecken. Det är lättast att hålla med.',
    why_blames: 'Frågan låter som om personen borde ha gjort något annat.',
    why_negated: 'Ett ”inte” i frågan visar vilket svar du väntar dig.',
    why_loaded: 'Frågan har redan bestämt hur det var.',
    why_many: 'Du frågar flera saker på en gång. Personen måste välja vad som ska besvaras.',
    better_tellAbout: (about: string) => `Pröva: ”Berätta om ${about}.”`,
    better_howWasIt: (what: string) => `Pröva: ”Hur var det ${what}?”`,
    better_howCome: (what: string) => `Pröva: ”Hur kom det sig att ${what}?”`,
    better_oneFirst: (what: string) =>
      `Börja med en: ”${what}” Vänta på svaret och ta nästa sedan.`,
    better_why: 'Pröva: ”Hur kom det sig?” eller ”Berätta hur det gick till.”',
    better_focused: 'Pröva först en inbjudan: ”Berätta om det, från början.”',
    better_option: 'Pröva: ”Hur var det?” eller ”Berätta om en gång när …”',
    better_leading: 'Pröva utan din egen bild: ”Hur var det för dig?”',
    better_several: 'Ställ den viktigaste frågan, vänta på svaret och ta nästa sedan.',
  },
  {
    kind_open: 'Open invitation',
    kind_cued: 'Invitation in the person’s own words',
    kind_focused: 'Focused question',
    kind_option: 'Question with the answers given',
    kind_leading: 'Leading question',
    kind_several: 'Several questions at once',
    why_invites: 'You ask the person to tell, and they choose what matters.',
    why_broad: 'You ask broadly. The person can start anywhere and answer with a story.',
    why_goOn: 'You show that you are listening and let the person go on.',
    why_ownWords: 'You take up what the person has said and ask for more.',
    why_oneThing:
      'You ask for one single thing. It fits when that very detail is missing, after the person has been free to tell.',
    why_why:
      'A why can sound like an accusation, and the answer easily becomes an explanation in place of a story.',
    why_unclear: 'It cannot be seen what you ask for. Try beginning with “Tell me”.',
    why_yesNo: 'The question can be answered with yes or no, and the story easily ends there.',
    why_choice:
      'You give the answers to choose between. What the person would have said may not be among them.',
    why_knows:
      'A question whether the person remembers or knows can be answered with yes or no. Ask directly about what you want to know.',
    why_tag: 'The end of the question asks the person to agree with you.',
    why_assumes: 'You put forward your own picture and ask the person to confirm it.',
    why_statement: 'It is a statement with a question mark. Agreeing is the easiest answer.',
    why_blames: 'The question sounds as if the person should have done something else.',
    why_negated: 'A “not” in the question shows which answer you expect.',
    why_loaded: 'The question has already decided how it was.',
    why_many: 'You ask several things at once. The person has to choose what to answer.',
    better_tellAbout: (about: string) => `Try: “Tell me about ${about}.”`,
    better_howWasIt: (what: string) => `Try: “What was it like ${what}?”`,
    better_howCome: (what: string) => `Try: “How did it come about that ${what}?”`,
    better_oneFirst: (what: string) =>
      `Begin with one: “${what}” Wait for the answer and take the next one then.`,
    better_why: 'Try: “How did that come about?” or “Tell me how it happened.”',
    better_focused: 'Try an invitation first: “Tell me about it, from the beginning.”',
    better_option: 'Try: “What was it like?” or “Tell me about a time when …”',
    better_leading: 'Try without your own picture: “What was it like for you?”',
    better_several:
      'Ask the question that matters most, wait for the answer, and take the next one then.',
  },
);
