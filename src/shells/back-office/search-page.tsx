import { office } from "#paths/office.ts";
import type { SearchFound, SearchPart } from "#platform/search-part.ts";
import { TextField } from "#ui/fields.tsx";
import { SearchForm, Submit } from "#ui/form.tsx";
import { plural } from "#ui/format.ts";
import { EmptyState, PageHeader } from "#ui/page.tsx";

interface Group {
  part: SearchPart;
  found: SearchFound;
}

/** How many lines of each room stand here; the rest is in its own list. */
export const few = 8;

/** What answers the words, room by room, each with the way to its whole list. */
export function SearchPage({ title, q, groups }: { title: string; q: string; groups?: readonly Group[] }) {
  return (
    <>
      <PageHeader title={title} />
      <SearchForm action={office.search()} label="Chercher dans toute la gestion">
        <TextField name="q" type="search" label="Mots cherchés" value={q} />
        <Submit label="Chercher" kind="quiet" />
      </SearchForm>
      {groups?.every(({ found }) => found.total === 0) ? (
        <EmptyState title="Rien ne répond à ces mots">
          <p>
            La recherche lit les noms, les sujets et les lieux, sans accents ni majuscules. Essayez un seul
            mot.
          </p>
        </EmptyState>
      ) : null}
      {groups?.map((group) => (
        <FoundGroup group={group} q={q} />
      ))}
    </>
  );
}

function FoundGroup({ group: { part, found }, q }: { group: Group; q: string }) {
  if (found.total === 0) return null;
  return (
    <section>
      <h2>{part.title}</h2>
      <ul class="lines">
        {found.lines.slice(0, few).map(({ href, label, detail }) => (
          <li>
            <a href={href}>{label}</a>
            <p class="soft small">{detail}</p>
          </li>
        ))}
      </ul>
      {found.total > few ? (
        <p>
          <a href={part.all(q)}>Voir les {plural(found.total, part.one, part.many)}</a>
        </p>
      ) : null}
    </section>
  );
}
