/** A place in a recording as people read it: `7:05`, `1:02:30`. */
export function clockOfSound(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const pad = (value: number): string => value.toString().padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const end = pad(seconds % 60);
  return hours > 0 ? `${hours}:${pad(minutes)}:${end}` : `${minutes}:${end}`;
}
