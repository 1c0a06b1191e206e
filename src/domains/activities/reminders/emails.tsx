import { activities } from "#paths/activities.ts";
import type { Day } from "#platform/dates.ts";
import { formatDay, plural } from "#ui/format.ts";
import { composeLetter } from "#ui/letter.tsx";
import type { BareMeeting, Standing } from "./queries.ts";
import { missingWeeks } from "./rules.ts";

/** What is missing of someone's meetings, in one letter. */
export function reminderLetter(
  standing: Standing,
  { network, baseUrl, today }: { network: string; baseUrl: string; today: Day },
) {
  const weeks = missingWeeks(standing, today);
  const { waiting, bare } = standing;
  return composeLetter({
    network,
    subject: "Ce qui manque à vos réunions",
    greeting: `Bonjour ${standing.name.split(" ")[0] ?? ""},`,
    paragraphs: [
      ...(waiting > 0
        ? [
            `${plural(waiting, "réunion de vos agendas attend", "réunions de vos agendas attendent")} d’être notées ou refusées.`,
          ]
        : []),
      ...(weeks.length > 0
        ? [
            `${weeks.length === 1 ? "Une semaine n’a" : `${weeks.length} semaines n’ont`} aucune réunion de vous : ${weeks
              .map((week) => `celle du ${formatDay(week)}`)
              .join(", ")}. C’est peut-être vrai : il n’y a alors rien à faire.`,
          ]
        : []),
      ...(bare.length > 0 ? [`À compléter : ${bare.map(wordBare).join(" ; ")}.`] : []),
    ],
    action: {
      label: waiting > 0 ? "Voir ce qui attend" : "Ouvrir le journal",
      href: baseUrl + (waiting > 0 ? activities.calendars() : activities.all()),
    },
    notes: [
      `Une lettre par semaine au plus, et seulement quand quelque chose manque. Pour ne plus la recevoir : ${baseUrl}${activities.calendars()}#rappel`,
    ],
  });
}

function wordBare({ subject, heldOn, participants, organisations }: BareMeeting) {
  const missing = [
    participants === 0 ? "aucun participant" : "",
    organisations === 0 ? "aucune organisation" : "",
  ];
  return `« ${subject} » du ${formatDay(heldOn)} (${missing.filter(Boolean).join(", ")})`;
}
