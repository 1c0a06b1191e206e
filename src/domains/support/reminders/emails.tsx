import type { Day } from "#platform/dates.ts";
import type { Theme } from "#ui/document.tsx";
import { formatShortDay, plural } from "#ui/format.ts";
import { composeLetter } from "#ui/letter.tsx";
import type { Reminder } from "../rules.ts";
import { reminderLabels } from "../texts.ts";

/** How many courses of a kind are named; the week's page has them all. */
const named = 8;

interface Line {
  subject: string;
  organisation: string | null;
  nextStepOn: Day | null;
  reminder: Reminder;
}

/** The digest of Monday: what waits, in few words, and the page where it is done. */
export function digestLetter(
  theme: Theme,
  { name, lines, href }: { name: string; lines: readonly Line[]; href: string },
) {
  const kinds = ["asked", "late", "due", "quiet"] as const;
  return composeLetter({
    network: theme.name,
    subject: `Votre semaine : ${plural(lines.length, "accompagnement")}`,
    greeting: `Bonjour ${name},`,
    paragraphs: kinds.flatMap((kind) => {
      const those = lines.filter(({ reminder }) => reminder === kind);
      if (those.length === 0) return [];
      const words = those.slice(0, named).map(worded);
      const rest = those.length - words.length;
      return [
        `${reminderLabels[kind]} : ${[...words, ...(rest > 0 ? [`et ${rest} de plus`] : [])].join(" ; ")}.`,
      ];
    }),
    action: { label: "Ouvrir ma semaine", href },
    notes: [
      "Ce rappel part le lundi matin, une fois par semaine, quand quelque chose attend. Il se coupe depuis la page « Ma semaine ».",
    ],
  });
}

const worded = ({ subject, organisation, nextStepOn }: Line) =>
  `« ${subject} »${organisation ? `, ${organisation}` : ""}${nextStepOn ? ` (${formatShortDay(nextStepOn)})` : ""}`;
