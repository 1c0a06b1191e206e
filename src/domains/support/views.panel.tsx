import { directory } from "#paths/directory.ts";
import { incubation } from "#paths/incubation.ts";
import { support } from "#paths/support.ts";
import { formatDay, plural } from "#ui/format.ts";
import { ButtonLink, PageHeader } from "#ui/page.tsx";
import type { OrganisationStay } from "./incubation/queries.list.ts";
import type { OrganisationCourse } from "./queries.organisation.ts";
import { stageLabels } from "./texts.ts";

export const panelTitle = (organisation: { name: string }) => `Accompagnements de ${organisation.name}`;

/** The frame in which the record of an organisation shows its courses of support. */
export const supportFrame = "accompagnements";

/** The courses of an organisation: a page of its own, and a part of the organisation's record. */
export function PanelPage({
  organisation,
  courses: { total, lines },
  stays,
  names,
  mayWrite,
}: {
  organisation: { id: number; name: string };
  courses: { total: number; lines: readonly OrganisationCourse[] };
  stays: readonly OrganisationStay[];
  names: ReadonlyMap<string, string>;
  mayWrite: boolean;
}) {
  return (
    <>
      <PageHeader
        title={panelTitle(organisation)}
        trail={[{ label: organisation.name, href: directory.one(organisation.id) }]}
      />
      <turbo-frame id={supportFrame} target="_top">
        {total === 0 ? (
          <p>Le réseau ne l’a encore jamais accompagnée.</p>
        ) : (
          <>
            <p>
              {total > lines.length
                ? `Les ${lines.length} premiers, sur ${total}.`
                : plural(total, "accompagnement")}
            </p>
            <ul>
              {lines.map(({ id, subject, stage, day, referent_id }) => (
                <li>
                  <a href={support.one(id)}>{subject}</a>,{" "}
                  {[
                    stageLabels[stage].toLowerCase(),
                    day ? `depuis le ${formatDay(day)}` : "",
                    names.get(referent_id ?? "") ?? "",
                  ]
                    .filter(Boolean)
                    .join(", ")}
                </li>
              ))}
            </ul>
          </>
        )}
        {stays.length > 0 ? <Cohorts stays={stays} /> : null}
        {mayWrite ? (
          <p>
            <ButtonLink
              href={`${support.add()}?organisation=${organisation.id}`}
              label="Ouvrir un accompagnement"
              kind="quiet"
            />
          </p>
        ) : null}
      </turbo-frame>
    </>
  );
}

function Cohorts({ stays }: { stays: readonly OrganisationStay[] }) {
  return (
    <>
      <p>En cohorte :</p>
      <ul>
        {stays.map(({ stay_id, cohort, entered_on, left_on, milestones_reached }) => (
          <li>
            <a href={incubation.stay(stay_id)}>{cohort}</a>,{" "}
            {left_on
              ? `du ${formatDay(entered_on)} au ${formatDay(left_on)}`
              : `depuis le ${formatDay(entered_on)}`}
            {milestones_reached > 0
              ? `, ${plural(milestones_reached, "jalon atteint", "jalons atteints")}`
              : ""}
          </li>
        ))}
      </ul>
    </>
  );
}
