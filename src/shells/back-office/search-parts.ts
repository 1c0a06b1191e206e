import { meetingQuestion, searchMeetings } from "#domains/activities/index.ts";
import { eventQuestion, searchEvents } from "#domains/agenda/index.ts";
import {
  type ListingModel,
  listOrganisations,
  listPeople,
  organisationQuestion,
  peopleQuestion,
  personName,
  roleWords,
} from "#domains/directory/index.ts";
import { listProjects, projectQuestion } from "#domains/projects/index.ts";
import { appointmentsSearch, cohortsSearch, coursesSearch } from "#domains/support/index.ts";
import { activities } from "#paths/activities.ts";
import { agenda } from "#paths/agenda.ts";
import { directory } from "#paths/directory.ts";
import { people } from "#paths/people.ts";
import { projects } from "#paths/projects.ts";
import type { SearchPart } from "#platform/search-part.ts";
import { formatShortDay } from "#ui/format.ts";
import { withQuery } from "#ui/list.tsx";
import { readBackOffice } from "./access.ts";

const inFewWords = (words: readonly (string | null)[]) => words.filter(Boolean).join(", ");

const organisationsSearch = (model: ListingModel | undefined): SearchPart => ({
  title: "Annuaire",
  one: "organisation",
  may: readBackOffice,
  all: (q) => withQuery(directory.all(), { q }),
  find: async (db, { words }) => {
    const asked = organisationQuestion.parse({ q: words });
    const { rows, counts } = await listOrganisations(db, "inside", asked, undefined, { model });
    return {
      total: counts.total,
      lines: rows.map(({ id, name, actor_type, commune }) => ({
        href: directory.one(id),
        label: name,
        detail: inFewWords([actor_type, commune]),
      })),
    };
  },
});

const peopleSearch: SearchPart = {
  title: "Personnes",
  one: "personne",
  may: readBackOffice,
  all: (q) => withQuery(people.all(), { q }),
  find: async (db, { words }) => {
    const { total, rows } = await listPeople(db, peopleQuestion.parse({ q: words }));
    const lines = rows.map((row) => ({
      href: people.one(row.id),
      label: personName(row),
      detail: row.roles.map((role) => `${roleWords(role)}, ${role.organisation}`).join(" ; "),
    }));
    return { total, lines };
  },
};

const projectsSearch: SearchPart = {
  title: "Projets",
  one: "projet",
  may: readBackOffice,
  all: (q) => withQuery(projects.all(), { q }),
  find: async (db, { words, today }) => {
    const { total, lines } = await listProjects(db, "inside", projectQuestion.parse({ q: words }), today);
    const carriers = (line: (typeof lines)[number]) =>
      line.participants.filter(({ role }) => role === "carrier").map(({ name }) => name);
    return {
      total,
      lines: lines.map((line) => ({
        href: projects.one(line.id),
        label: line.title,
        detail: inFewWords([...carriers(line), ...line.countries]),
      })),
    };
  },
};

const meetingsSearch: SearchPart = {
  title: "Réunions",
  one: "réunion",
  may: readBackOffice,
  all: (q) => withQuery(activities.all(), { q, annee: "toutes" }),
  find: async (db, { words }) => {
    const { total, lines } = await searchMeetings(db, meetingQuestion.parse({ q: words, annee: "toutes" }));
    return {
      total,
      lines: lines.map(({ id, subject, held_on, type, places }) => ({
        href: activities.one(id),
        label: subject,
        detail: inFewWords([formatShortDay(held_on), type, places]),
      })),
    };
  },
};

const eventsSearch: SearchPart = {
  title: "Agenda",
  one: "date",
  may: readBackOffice,
  all: (q) => withQuery(agenda.all(), { q, annee: "toutes" }),
  find: async (db, { words, today }) => {
    const asked = eventQuestion.parse({ q: words, annee: "toutes" });
    const { total, lines } = await searchEvents(db, asked, today);
    return {
      total,
      lines: lines.map((line) => ({
        href: agenda.one(line.id),
        label: line.title,
        detail: inFewWords([
          line.starts_on ? formatShortDay(line.starts_on) : line.planned_period || "sans date",
          line.training ? "Formation" : line.kind,
          line.commune ?? line.place,
        ]),
      })),
    };
  },
};

/** What the search of the whole back office reads, in the order in which it says it. */
export const searchParts = (model: ListingModel | undefined): readonly SearchPart[] => [
  organisationsSearch(model),
  peopleSearch,
  coursesSearch,
  cohortsSearch,
  projectsSearch,
  meetingsSearch,
  eventsSearch,
  appointmentsSearch,
];
