import { agenda } from "#paths/agenda.ts";
import { formatDuration } from "#ui/format.ts";
import type { SessionLine } from "./queries.list.ts";
import type { Session, Training } from "./queries.ts";
import { slugOf } from "./rules.ts";
import { wordDays, wordPlace } from "./texts.ts";

const modes = { online: "online", office: "onsite", both: "blended" } as const;
const modeOf = ({ online, place }: Session) => (online ? (place ? modes.both : modes.online) : modes.office);

/** A training for search engines: schema.org `Course`, an instance a session. */
export function courseOf(training: Training, url: string, provider: { name: string; url: string }) {
  return {
    "@context": "https://schema.org",
    "@type": "Course",
    name: training.title,
    description: training.description || training.title,
    url,
    inLanguage: "fr",
    provider: { "@type": "Organization", ...provider },
    hasCourseInstance: training.sessions.map((session) => ({
      "@type": "CourseInstance",
      courseMode: modeOf(session),
      startDate: session.starts_on,
      endDate: session.ends_on ?? session.starts_on,
      courseWorkload: `PT${session.duration_minutes}M`,
      ...(session.place
        ? {
            location: {
              "@type": "Place",
              name: session.commune ?? session.place,
              address: session.commune ?? session.place,
            },
          }
        : {}),
    })),
  };
}

/** The feed of the trainings (Atom, RFC 4287): an entry a session, the last changed first. */
export function writeFeed(
  sessions: readonly (SessionLine & { changed_at: Date })[],
  { baseUrl, name, now }: { baseUrl: string; name: string; now: Date },
): string {
  const entries = sessions.map((session) => {
    const page = `${baseUrl}${agenda.publicTraining(session.training_id, slugOf(session.title))}`;
    return `<entry>
<id>${xml(`${baseUrl}${agenda.publicTrainings()}#session-${session.id}`)}</id>
<title>${xml(`${session.title}, ${wordDays(session)}`)}</title>
<link href="${xml(`${page}#session-${session.id}`)}"/>
<updated>${session.changed_at.toISOString()}</updated>
<summary>${xml(`${wordDays(session)} · ${wordPlace(session)} · ${formatDuration(session.duration_minutes)}`)}</summary>
</entry>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr">
<id>${xml(`${baseUrl}${agenda.trainingsFeed()}`)}</id>
<title>${xml(`Formations · ${name}`)}</title>
<author><name>${xml(name)}</name></author>
<link rel="self" href="${xml(`${baseUrl}${agenda.trainingsFeed()}`)}"/>
<link href="${xml(`${baseUrl}${agenda.publicTrainings()}`)}"/>
<updated>${(sessions[0]?.changed_at ?? now).toISOString()}</updated>
${entries.join("\n")}
</feed>
`;
}

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text as XML takes it; control characters have no place there. */
const xml = (text: string) =>
  [...text.toWellFormed()]
    .filter((letter) => letter >= " " || letter === "\n")
    .join("")
    .replace(/[&<>"]/g, (letter) => entities[letter] ?? letter);
