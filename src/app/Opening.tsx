import { homeTexts } from '../i18n/home.ts';
import { useTexts } from '../kit/language.tsx';
import './opening.css';

/** Stands where a screen will be as soon as it has been read. It is seen only when that takes a moment. */
export function Opening() {
  const t = useTexts(homeTexts);
  return (
    <p className="opening" role="status">
      {t.loading}
    </p>
  );
}
