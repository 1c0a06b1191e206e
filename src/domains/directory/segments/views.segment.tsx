import { directory } from "#paths/directory.ts";
import { segments } from "#paths/segments.ts";
import { ActionForm } from "#ui/form.tsx";
import { formatInstant, plural } from "#ui/format.ts";
import { ExportLinks, withQuery } from "#ui/list.tsx";
import { ButtonLink, Callout, PageHeader } from "#ui/page.tsx";
import { linesOf, writeLines } from "./draft.ts";
import type { listVersions, Segment } from "./queries.saved.ts";
import type { SegmentMember } from "./queries.ts";
import { capital } from "./rules.ts";
import { Members, Sentence } from "./views.sentence.tsx";

type Version = Awaited<ReturnType<typeof listVersions>>[number] & { author: string | undefined };

interface Props {
  segment: Segment;
  sentence: string;
  count: number;
  members: readonly SegmentMember[];
  versions: readonly Version[];
  mayWrite: boolean;
}

/** One segment: what it says, who is in it today, what it was before. */
export function SegmentPage({ segment, sentence, count, members, versions, mayWrite }: Props) {
  const query = { segment: segment.id };
  return (
    <>
      <PageHeader title={segment.name} trail={[{ label: "Segments", href: segments.all() }]}>
        <ButtonLink href={withQuery(directory.all(), query)} label="Ouvrir dans l’annuaire" />
        {mayWrite ? <ButtonLink href={segments.edit(segment.id)} label="Modifier" kind="quiet" /> : null}
        {mayWrite ? (
          <ActionForm action={segments.removal(segment.id)} label="Supprimer" of={segment.name} />
        ) : null}
      </PageHeader>
      {segment.removed_at ? (
        <Callout tone="warning">
          <p>Ce segment est supprimé.</p>
          {mayWrite ? <ActionForm action={segments.restoration(segment.id)} label="Le rétablir" /> : null}
        </Callout>
      ) : null}
      <Sentence text={sentence} />
      <p class="total">{plural(count, "organisation")} aujourd’hui</p>
      <Members count={count} members={members} />
      <ExportLinks path={directory.all()} query={query} />
      {segment.by_hand && mayWrite ? (
        <p class="soft">
          Cette liste est faite à la main : dans <a href={withQuery(directory.all(), query)}>l’annuaire</a>,
          cochez des organisations pour en ajouter ou en retirer.
        </p>
      ) : null}
      <Versions segment={segment} versions={versions} mayWrite={mayWrite} />
    </>
  );
}

function Versions({ segment, versions, mayWrite }: Pick<Props, "segment" | "versions" | "mayWrite">) {
  if (versions.length < 2) return null;
  return (
    <section>
      <h2>Ce qu’il était</h2>
      <ul class="lines">
        {versions.map(({ at, name, sentence, author, definition }, index) => (
          <li>
            <p>
              <strong>{name}</strong> : {capital(sentence)}.
            </p>
            <p class="soft small">
              {[formatInstant(at), author].filter(Boolean).join(", ")}
              {index > 0 && mayWrite ? (
                <>
                  {" · "}
                  <a href={`${segments.edit(segment.id)}?${writeLines(linesOf(definition))}`}>
                    Repartir de cette version
                  </a>
                </>
              ) : null}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
