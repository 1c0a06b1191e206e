import { census } from "#paths/census.ts";
import { Chart } from "#ui/chart.tsx";
import { formatNumber, formatShare, plural } from "#ui/format.ts";
import { withQuery } from "#ui/list.tsx";
import { Callout, Figure, Figures, PageHeader } from "#ui/page.tsx";
import type { Campaign } from "../campaigns/queries.ts";
import type { Coverage } from "./queries.ts";
import { type Covered, leftOut } from "./rules.ts";
import { imbalanceSentence } from "./texts.ts";

export const coverageTitle = (campaign: Campaign) => `Couverture de « ${campaign.title} »`;

/** Who answered a campaign against who is known and who lives there; what is out of balance, in sentences. */
export function CoveragePage({
  campaign,
  coverage,
  frozenOn,
}: {
  campaign: Campaign;
  coverage: Coverage;
  /** The day of the closing, in words, when these are its frozen figures. */
  frozenOn?: string | undefined;
}) {
  const { departments, families, imbalances, known, answered } = coverage;
  const path = census.followed(campaign.id);
  const unplaced = leftOut(departments);
  const sentences = [
    ...imbalances.departments.map((one) => imbalanceSentence(one, "department")),
    ...imbalances.families.map((one) => imbalanceSentence(one, "family")),
  ];
  return (
    <>
      <PageHeader
        title={coverageTitle(campaign)}
        trail={[{ label: campaign.title, href: census.one(campaign.id) }]}
        lead={
          frozenOn
            ? `Telle qu’elle a été arrêtée à la clôture, le ${frozenOn}. Ces chiffres ne bougent plus.`
            : "Telle qu’elle est en ce moment ; la clôture la fige."
        }
      />
      <Figures>
        <Figure
          value={formatNumber(answered)}
          label={plural(answered, "réponse").replace(/^\S+\s/u, "")}
          href={withQuery(path, { etat: "answered" })}
        />
        <Figure value={formatNumber(known)} label="organisations connues" />
        <Figure
          value={known === 0 ? "0 %" : formatShare(answered / known)}
          label="des organisations connues ont répondu"
        />
      </Figures>
      <section>
        <h2>Ce qui n’est pas en équilibre</h2>
        {sentences.length === 0 ? (
          <p>Aucune part ne s’écarte de trois points de ce qu’elle devrait être.</p>
        ) : (
          <Callout tone="warning">
            {unplaced > 0 ? (
              <p>
                {plural(unplaced, "acteur connu n’a", "acteurs connus n’ont")} pas de département : les parts
                qui suivent sont celles des autres.
              </p>
            ) : null}
            <ul>
              {sentences.map((sentence) => (
                <li>{sentence}</li>
              ))}
            </ul>
          </Callout>
        )}
      </section>
      <section>
        <h2>Par département</h2>
        <Breakdown
          caption="Acteurs connus, réponses et habitants par département"
          lines={departments}
          people
          href={(key) => withQuery(path, { etat: "answered", departement: key })}
        />
        {answered > 0 ? (
          <Chart
            name="departements"
            kind="bars"
            title="Réponses par département"
            unit="réponses"
            lines={departments.map(({ label, answered }) => ({ label, value: answered }))}
          />
        ) : null}
      </section>
      <section>
        <h2>Par famille d’acteurs</h2>
        <Breakdown
          caption="Acteurs connus et réponses par famille"
          lines={families}
          href={(key) => withQuery(path, { etat: "answered", famille: key })}
        />
      </section>
    </>
  );
}

function Breakdown({
  caption,
  lines,
  people = false,
  href,
}: {
  caption: string;
  lines: readonly Covered[];
  people?: boolean;
  href: (key: string) => string;
}) {
  return (
    <section class="table-frame" tabindex={0} aria-label={caption}>
      <table class="table">
        <caption class="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{people ? "Département" : "Famille"}</th>
            {people ? <Head label="Part des habitants" /> : null}
            <Head label="Connus" />
            <Head label="Part des connus" />
            <Head label="Réponses" />
            <Head label="Part des réponses" />
            <Head label="Ont répondu" />
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr>
              <th scope="row">{line.label}</th>
              {people ? (
                <td class="numeric">
                  {line.populationShare === null ? "" : formatShare(line.populationShare)}
                </td>
              ) : null}
              <td class="numeric">{formatNumber(line.known)}</td>
              <td class="numeric">{formatShare(line.knownShare)}</td>
              <td class="numeric">
                {line.key && line.answered > 0 ? (
                  <a href={href(line.key)}>{formatNumber(line.answered)}</a>
                ) : (
                  formatNumber(line.answered)
                )}
              </td>
              <td class="numeric">{formatShare(line.answeredShare)}</td>
              <td class="numeric">{formatShare(line.rate)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const Head = ({ label }: { label: string }) => (
  <th scope="col" class="numeric">
    {label}
  </th>
);
