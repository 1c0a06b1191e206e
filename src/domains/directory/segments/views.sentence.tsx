import { directory } from "#paths/directory.ts";
import { plural } from "#ui/format.ts";
import type { SegmentMember } from "./queries.ts";
import { capital } from "./rules.ts";

/** The frame that follows what one changes in the form. */
export const previewFrame = "apercu";

/** What a segment says, as a full sentence of its own. */
export const Sentence = ({ text }: { text: string }) => <p class="segment-sentence">{capital(text)}.</p>;

/** The first of them, by name. */
export function Members({ count, members }: { count: number; members: readonly SegmentMember[] }) {
  if (count === 0) return <p>Personne n’y répond pour l’instant.</p>;
  return (
    <>
      <ul class="lines">
        {members.map(({ id, name, commune, department }) => (
          <li>
            <a href={directory.one(id)}>{name}</a>
            <p class="soft small">{[commune, department].filter(Boolean).join(", ")}</p>
          </li>
        ))}
      </ul>
      {count > members.length ? (
        <p class="soft">et {plural(count - members.length, "autre")}, par ordre alphabétique.</p>
      ) : null}
    </>
  );
}
