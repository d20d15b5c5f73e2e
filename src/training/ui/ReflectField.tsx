import { useEffect, useRef } from 'react';
import { TextArea } from '../../kit/field.tsx';

/** A thought settles when it has been left alone for so long: who is locked out in the middle of it loses less. */
const SETTLES_MS = 2000;

/**
 * What the trainee has thought of, in their own words. They are told of when the field is left, when nothing has been
 * typed for two seconds, and when the screen goes away without any of it; never twice.
 */
export function ReflectField(props: {
  readonly label: string;
  readonly words: string;
  readonly onReflect: (text: string) => void;
}) {
  const { label, words, onReflect } = props;
  const typed = useRef(words);
  const told = useRef(words);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const settle = () => {
    clearTimeout(timer.current);
    const text = typed.current.trim();
    if (text === told.current) return;
    told.current = text;
    onReflect(text);
  };
  const latest = useRef(settle);
  useEffect(() => {
    latest.current = settle;
  });
  useEffect(() => () => latest.current(), []);
  return (
    <TextArea
      label={label}
      rows={3}
      maxLength={4000}
      defaultValue={words}
      onChange={(event) => {
        typed.current = event.target.value;
        clearTimeout(timer.current);
        timer.current = setTimeout(() => latest.current(), SETTLES_MS);
      }}
      onBlur={settle}
    />
  );
}
