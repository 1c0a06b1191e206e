import { directory } from "#paths/directory.ts";
import { ActionForm } from "#ui/form.tsx";
import { formatInstant } from "#ui/format.ts";
import { ButtonLink, Tag } from "#ui/page.tsx";
import { statuses, visibilities } from "../texts.ts";
import type { Pair, Side } from "./queries.ts";
import { firstToKeep } from "./rules.keep.ts";
import { reasonText, sureness } from "./texts.ts";

/** Pairs one under the other: why, the two cards side by side, what one can say of them. */
export function Pairs({ pairs, mayWrite }: { pairs: readonly Pair[]; mayWrite: boolean }) {
  return (
    <ul class="twins">
      {pairs.map((pair) => (
        <li class="twin">
          <PairLine pair={pair} mayWrite={mayWrite} />
        </li>
      ))}
    </ul>
  );
}

function PairLine({ pair, mayWrite }: { pair: Pair; mayWrite: boolean }) {
  const { a, b, score, reasons, apart_at } = pair;
  const { label, tone } = sureness(score);
  const [kept, other] = firstToKeep(a, b);
  const both = `${kept.name} et ${other.name}`;
  const hidden = { a: a.id, b: b.id };
  return (
    <>
      <p class="twin-why">
        <Tag label={label} tone={tone} /> {reasons.map(reasonText).join(" ; ")}.
      </p>
      <div class="twin-sides">
        <SideCard side={kept} />
        <SideCard side={other} />
      </div>
      {apart_at ? <p class="soft small">Dites distinctes le {formatInstant(new Date(apart_at))}.</p> : null}
      {mayWrite ? (
        <div class="form-actions">
          {apart_at ? (
            <ActionForm
              action={directory.tellingApartUndo(a.id, b.id)}
              label="Les proposer de nouveau"
              of={both}
              hidden={hidden}
            />
          ) : (
            <>
              <ButtonLink href={directory.merge(kept.id, other.id)} label="Fusionner" />
              <ActionForm
                action={directory.tellingApart()}
                label="Ce sont deux organisations"
                of={both}
                hidden={hidden}
              />
            </>
          )}
        </div>
      ) : null}
    </>
  );
}

function SideCard({ side }: { side: Side }) {
  const facts = [
    [side.acronym, side.actor_type].filter(Boolean).join(", "),
    side.commune ? `${side.commune} (${side.department})` : side.department,
    side.rna ? `RNA ${side.rna}` : "",
    side.siret ? `SIRET ${side.siret}` : "",
    side.website.replace(/^https?:\/\/(www\.)?/, ""),
    [side.status === "published" ? "" : (statuses[side.status] ?? ""), visibilities[side.visibility] ?? ""]
      .filter(Boolean)
      .join(", "),
  ].filter(Boolean);
  return (
    <div class="twin-side">
      <p class="twin-name">
        <a href={directory.one(side.id)}>{side.name}</a>
      </p>
      {facts.map((fact) => (
        <p class="soft small">{fact}</p>
      ))}
      {side.tags.length > 0 ? (
        <p class="twin-tags">
          {side.tags.map((tag) => (
            <Tag label={tag} />
          ))}
        </p>
      ) : null}
    </div>
  );
}
