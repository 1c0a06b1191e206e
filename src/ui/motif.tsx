import { raw } from "hono/html";
import { meshOf } from "./mesh.ts";

interface Props {
  word: string;
  width: number;
  height: number;
  strands: number;
  columns: number;
  /** Fill the frame and let the ends be cut, instead of keeping all in sight. */
  cover?: boolean;
}

/** Drawings already made: a network has one name and a page a few sizes. */
const drawn = new Map<string, string>();

/** The sign of the house, drawn from a word (the network's name): decoration only, silent for screen readers. */
export function MeshDrawing(props: Props) {
  const key = JSON.stringify(props);
  const known = drawn.get(key);
  if (known) return raw(known);
  if (drawn.size >= 32) drawn.clear();
  const made = String(<Drawing {...props} />);
  drawn.set(key, made);
  return raw(made);
}

function Drawing({ word, cover, ...size }: Props) {
  const { strands, ties, knots } = meshOf(word, size);
  const accent = Math.floor(strands.length / 2);
  return (
    <svg
      class="mesh"
      viewBox={`0 0 ${size.width} ${size.height}`}
      preserveAspectRatio={cover ? "xMinYMid slice" : undefined}
      aria-hidden="true"
      focusable="false"
    >
      {ties.map((path) => (
        <path class="tie" d={path} />
      ))}
      {strands.map((path, index) => (
        <path class={index === accent ? "strand strand-accent" : "strand"} d={path} />
      ))}
      {knots.map(({ x, y }, index) => (
        <circle class={index % 5 === 2 ? "knot knot-accent" : "knot"} cx={x} cy={y} r="4" />
      ))}
    </svg>
  );
}

/** The mark beside the name, when the network has no logo of its own: two strands and the knot that ties them. */
export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <path d="M3 7C11 7 12 25 29 25" stroke-width="3.2" />
      <path d="M3 25C20 25 21 7 29 7" stroke-width="3.2" class="strand-accent" />
      <path d="M3 16H11M21 16H29" stroke-width="3.2" />
      <circle cx="16" cy="16" r="4.6" stroke-width="3" />
    </svg>
  );
}
