import { useEffect, useMemo, useState } from 'react';
import type { SoundGap, SoundMark, SoundSource } from '../sound-source.ts';

const HIGH = 60;

/** The sound as a picture; what it shows is said in words beside it. */
export function Waveform(props: {
  readonly source: SoundSource;
  readonly ms: number;
  readonly marks: readonly SoundMark[];
  readonly gaps: readonly SoundGap[];
}) {
  const { source } = props;
  const [peaks, setPeaks] = useState<Float32Array | null>(null);
  useEffect(() => {
    let here = true;
    const show = (found: Float32Array) => {
      if (here) setPeaks(found);
    };
    void source.peaks(show).then(show);
    return () => {
      here = false;
    };
  }, [source]);
  const path = useMemo(() => pathOf(peaks ?? new Float32Array(0)), [peaks]);
  const wide = Math.max(peaks?.length ?? 0, 1);
  const x = (ms: number) => (ms * wide) / Math.max(source.durationMs, 1);
  return (
    <svg
      className="transcript-wave"
      viewBox={`0 0 ${wide} ${HIGH}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {props.gaps.map(({ from, to }) => (
        <rect key={from} data-part="gap" x={x(from)} width={x(to) - x(from)} y="0" height={HIGH} />
      ))}
      <path data-part="wave" d={path} />
      {props.marks.map(({ at }) => (
        <line key={at} data-part="mark" x1={x(at)} x2={x(at)} y1="0" y2={HIGH} />
      ))}
      <line data-part="now" x1={x(props.ms)} x2={x(props.ms)} y1="0" y2={HIGH} />
    </svg>
  );
}

/** One stroke a peak around the middle; a flat line when nothing is known. */
function pathOf(peaks: Float32Array): string {
  const middle = HIGH / 2;
  if (peaks.length === 0) return `M0 ${middle}H1`;
  let path = '';
  for (const [i, peak] of peaks.entries()) {
    const half = Math.max(peak * middle, 0.5);
    path += `M${i + 0.5} ${(middle - half).toFixed(1)}v${(2 * half).toFixed(1)}`;
  }
  return path;
}
