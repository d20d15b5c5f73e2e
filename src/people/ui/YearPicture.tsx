const WIDTH = 1000;
const HEIGHT = 56;

/** The numbers as parts of one bar; the table below says the same in words. */
export function YearPicture(props: { readonly label: string; readonly counts: readonly number[] }) {
  const all = props.counts.reduce((sum, each) => sum + each, 0);
  const parts = props.counts.map((count, i) => ({
    x: (props.counts.slice(0, i).reduce((sum, each) => sum + each, 0) / all) * WIDTH,
    width: (count / all) * WIDTH,
  }));
  return (
    <svg
      className="year-picture"
      role="img"
      aria-label={props.label}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
    >
      {parts.map((part, i) =>
        part.width > 0 ? (
          <rect key={i} className="year-part" data-part={i} y={0} height={HEIGHT} {...part} />
        ) : null,
      )}
    </svg>
  );
}
