import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import type { Catalogue, Language } from '../i18n/catalogue.ts';

interface LanguageChoice {
  readonly language: Language;
  readonly setLanguage: (language: Language) => void;
}

const Chosen = createContext<LanguageChoice>({ language: 'sv', setLanguage: () => undefined });

/**
 * Keeps the chosen language; `remember` stores it for the next start, and `follow` tells when it was chosen in another
 * tab. What is being written stays as it is.
 */
export function LanguageProvider(props: {
  readonly initial: Language;
  readonly remember: (language: Language) => void;
  readonly follow?: (chosen: (language: Language) => void) => () => void;
  readonly children: ReactNode;
}) {
  const [language, setLanguage] = useState(props.initial);
  const { remember, follow } = props;
  useEffect(() => follow?.(setLanguage), [follow]);
  useEffect(() => {
    document.documentElement.lang = language;
    remember(language);
  }, [language, remember]);
  const choice = useMemo(() => ({ language, setLanguage }), [language]);
  return <Chosen value={choice}>{props.children}</Chosen>;
}

export const useLanguage = (): LanguageChoice => useContext(Chosen);

/** The sentences of one area in the chosen language. */
export const useTexts = <T,>(catalogue: Catalogue<T>): T => catalogue[useLanguage().language];

/** Picks from a text that carries its own languages, as guides do; Swedish is always there. */
export function useLocal(): (text: {
  readonly sv: string;
  readonly en?: string | undefined;
}) => string {
  const { language } = useLanguage();
  return (text) => text[language] ?? text.sv;
}
