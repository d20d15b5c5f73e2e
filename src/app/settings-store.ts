import type { Language } from '../i18n/catalogue.ts';

/* The two choices that hold for the tablet before anyone unlocks. They say nothing of any person. */
export type Scheme = 'auto' | 'light' | 'dark';

export const rememberedLanguage = (): Language =>
  localStorage.getItem('language') === 'en' ? 'en' : 'sv';
export const rememberLanguage = (language: Language): void =>
  localStorage.setItem('language', language);

/** Listens for the language being chosen in another tab. @returns what ends it. */
export function followLanguage(chosen: (language: Language) => void): () => void {
  const heard = ({ key }: StorageEvent) => {
    if (key === 'language') chosen(rememberedLanguage());
  };
  addEventListener('storage', heard);
  return () => removeEventListener('storage', heard);
}

export function rememberedScheme(): Scheme {
  const kept = localStorage.getItem('scheme');
  return kept === 'light' || kept === 'dark' ? kept : 'auto';
}

/** Keeps the scheme and shows it at once. */
export function keepScheme(scheme: Scheme): void {
  localStorage.setItem('scheme', scheme);
  showScheme(scheme);
}

export function showScheme(scheme: Scheme): void {
  if (scheme === 'auto') delete document.documentElement.dataset['scheme'];
  else document.documentElement.dataset['scheme'] = scheme;
}
