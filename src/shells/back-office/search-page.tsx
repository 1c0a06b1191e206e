import type { Child } from "hono/jsx";
import type { searchMeetings } from "#domains/activities/index.ts";
import type { searchEvents } from "#domains/agenda/index.ts";
import { type listOrganisations, type listPeople, personName, roleWords } from "#domains/directory/index.ts";
import type { listProjects } from "#domains/projects/index.ts";
import { activities } from "#paths/activities.ts";
import { agenda } from "#paths/agenda.ts";
import { directory } from "#paths/directory.ts";
import { office } from "#paths/office.ts";
import { people as peoplePaths } from "#paths/people.ts";
import { projects as projectPaths } from "#paths/projects.ts";
import { TextField } from "#ui/fields.tsx";
import { SearchForm, Submit } from "#ui/form.tsx";
import { formatShortDay, plural } from "#ui/format.ts";
import { withQuery } from "#ui/list.tsx";
import { EmptyState, PageHeader } from "#ui/page.tsx";

interface Found {
  organisations: Awaited<ReturnType<typeof listOrganisations>>;
  people: Awaited<ReturnType<typeof listPeople>>;
  meetings: Awaited<ReturnType<typeof searchMeetings>>;
  events: Awaited<ReturnType<typeof searchEvents>>;
  projects: Awaited<ReturnType<typeof listProjects>>;
}

/** How many lines of each room stand here; the rest is in its own list. */
const few = 8;

/** What answers the words, room by room, each with the way to its whole list. */
export function SearchPage({ title, q, found }: { title: string; q: string; found?: Found }) {
  const none =
    found &&
    found.organisations.rows.length +
      found.people.total +
      found.meetings.total +
      found.events.total +
      found.projects.total ===
      0;
  return (
    <>
      <PageHeader title={title} />
      <SearchForm action={office.search()} label="Chercher dans toute la gestion">
        <TextField name="q" type="search" label="Mots cherchés" value={q} />
        <Submit label="Chercher" kind="quiet" />
      </SearchForm>
      {none ? (
        <EmptyState title="Rien ne répond à ces mots">
          <p>
            La recherche lit les noms, les sujets et les lieux, sans accents ni majuscules. Essayez un seul
            mot.
          </p>
        </EmptyState>
      ) : null}
      {found ? <Results q={q} found={found} /> : null}
    </>
  );
}

function Results({
  q,
  found: { organisations, people, meetings, events, projects },
}: {
  q: string;
  found: Found;
}) {
  return (
    <>
      <Group
        title="Annuaire"
        total={organisations.counts.total}
        one="organisation"
        all={withQuery(directory.all(), { q })}
        lines={organisations.rows.map((row) => ({
          href: directory.one(row.id),
          label: row.name,
          detail: [row.actor_type, row.commune].filter(Boolean).join(", "),
        }))}
      />
      <Group
        title="Personnes"
        total={people.total}
        one="personne"
        all={withQuery(peoplePaths.all(), { q })}
        lines={people.rows.map((row) => ({
          href: peoplePaths.one(row.id),
          label: personName(row),
          detail: row.roles.map((role) => `${roleWords(role)}, ${role.organisation}`).join(" ; "),
        }))}
      />
      <Group
        title="Projets"
        total={projects.total}
        one="projet"
        all={withQuery(projectPaths.all(), { q })}
        lines={projects.lines.map((line) => ({
          href: projectPaths.one(line.id),
          label: line.title,
          detail: [
            ...line.participants.filter(({ role }) => role === "carrier").map(({ name }) => name),
            ...line.countries,
          ].join(", "),
        }))}
      />
      <Group
        title="Réunions"
        total={meetings.total}
        one="réunion"
        all={withQuery(activities.all(), { q, annee: "toutes" })}
        lines={meetings.lines.map((line) => ({
          href: activities.one(line.id),
          label: line.subject,
          detail: [formatShortDay(line.held_on), line.type, line.places].filter(Boolean).join(", "),
        }))}
      />
      <Group
        title="Agenda"
        total={events.total}
        one="date"
        all={withQuery(agenda.all(), { q, annee: "toutes" })}
        lines={events.lines.map((line) => ({
          href: agenda.one(line.id),
          label: line.title,
          detail: [
            line.starts_on ? formatShortDay(line.starts_on) : line.planned_period || "sans date",
            line.training ? "Formation" : line.kind,
            line.commune ?? line.place,
          ]
            .filter(Boolean)
            .join(", "),
        }))}
      />
    </>
  );
}

interface GroupProps {
  title: string;
  total: number;
  one: string;
  all: string;
  lines: readonly { href: string; label: string; detail: Child }[];
}

function Group({ title, total, one, all, lines }: GroupProps) {
  if (total === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <ul class="lines">
        {lines.slice(0, few).map(({ href, label, detail }) => (
          <li>
            <a href={href}>{label}</a>
            <p class="soft small">{detail}</p>
          </li>
        ))}
      </ul>
      {total > few ? (
        <p>
          <a href={all}>Voir les {plural(total, one)}</a>
        </p>
      ) : null}
    </section>
  );
}
