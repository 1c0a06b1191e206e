import type { Day } from "#platform/dates.ts";
import type { Theme } from "#ui/document.tsx";
import { formatShortDay, plural } from "#ui/format.ts";
import { composeLetter } from "#ui/letter.tsx";
import type { DueMilestone } from "../incubation/queries.week.ts";
import type { Reminder } from "../rules.ts";
import { reminderLabels } from "../texts.ts";

/** How many courses of a kind, and how many milestones, are named; the week's page has them all. */
const named = 8;

interface Line {
  subject: string;
  organisation: string | null;
  nextStepOn: Day | null;
  reminder: Reminder;
}

interface Waiting {
  name: string;
  lines: readonly Line[];
  milestones: readonly DueMilestone[];
  href: string;
}

/** The digest of Monday: what waits, in few words, and the page where it is done. */
export function digestLetter(theme: Theme, { name, lines, milestones, href }: Waiting) {
  const kinds = ["asked", "late", "due", "quiet"] as const;
  return composeLetter({
    network: theme.name,
    subject: `Votre semaine : ${weekOf(lines, milestones)}`,
    greeting: `Bonjour ${name},`,
    paragraphs: [
      ...kinds.flatMap((kind) =>
        paragraph(reminderLabels[kind], lines.filter(({ reminder }) => reminder === kind).map(wordedCourse)),
      ),
      ...paragraph("Un jalon de cohorte est en retard", milestones.map(wordedMilestone)),
    ],
    action: { label: "Ouvrir ma semaine", href },
    notes: [
      "Ce rappel part le lundi matin, une fois par semaine, quand quelque chose attend. Il se coupe depuis la page « Ma semaine ».",
    ],
  });
}

function weekOf(lines: readonly Line[], milestones: readonly DueMilestone[]): string {
  return [
    ...(lines.length > 0 ? [plural(lines.length, "accompagnement")] : []),
    ...(milestones.length > 0 ? [plural(milestones.length, "jalon en retard", "jalons en retard")] : []),
  ].join(", ");
}

/** What waits for one reason, the first of them by name; nothing when nothing does. */
function paragraph(reason: string, words: readonly string[]): string[] {
  return words.length > 0 ? [`${reason} : ${first(named, words).join(" ; ")}.`] : [];
}

function first(most: number, words: readonly string[]): string[] {
  const rest = words.length - most;
  return [...words.slice(0, most), ...(rest > 0 ? [`et ${rest} de plus`] : [])];
}

const wordedCourse = ({ subject, organisation, nextStepOn }: Line) =>
  `« ${subject} »${organisation ? `, ${organisation}` : ""}${nextStepOn ? ` (${formatShortDay(nextStepOn)})` : ""}`;

const wordedMilestone = ({ title, cohort, organisations, due_on }: DueMilestone) =>
  `« ${title} », ${first(4, organisations).join(", ")} (${cohort}, attendu pour le ${formatShortDay(due_on)})`;
