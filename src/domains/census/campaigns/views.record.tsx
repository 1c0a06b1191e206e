import { census } from "#paths/census.ts";
import { directory } from "#paths/directory.ts";
import type { Day } from "#platform/dates.ts";
import { ActionForm } from "#ui/form.tsx";
import { formatDay, formatInstant, formatNumber, plural } from "#ui/format.ts";
import { withQuery } from "#ui/list.tsx";
import { ButtonLink, Callout, Facts, Figure, Figures, PageHeader, Tag } from "#ui/page.tsx";
import type { Declaration } from "../following/queries.calls.ts";
import { Settlement } from "../following/views.invitation.tsx";
import type { Standing } from "../letters/rules.ladder.ts";
import { letterName } from "../letters/texts.ts";
import { kinds, silent, standingNames, standings, states, stateTones } from "../texts.ts";
import type { Campaign } from "./queries.ts";

/** All that the page of a campaign shows. */
export interface CampaignFile {
  campaign: Campaign;
  segment: { words: string; count: number };
  counts: Record<Standing, number>;
  declarations: readonly Declaration[];
  waiting: number;
  newcomers: number;
  ladder: readonly { rank: number; day: Day | null }[];
  questionnaire: { title: string; published: boolean } | undefined;
  /** The open link, whole. */
  openLink: string | undefined;
  mayWrite: boolean;
  /** Why it was not opened or closed. */
  refusal?: string | undefined;
}

/** A campaign: what it is, where it stands, what waits for the team. */
export function CampaignPage(file: CampaignFile) {
  const { campaign, refusal } = file;
  return (
    <>
      <PageHeader
        title={campaign.title}
        trail={[{ label: "Recensement", href: census.all() }]}
        lead={`De ${formatDay(campaign.opens_on)} à ${formatDay(campaign.closes_on)}.`
          .replace(/^De /, "Du ")
          .replace(" à ", " au ")}
      >
        <Actions {...file} />
      </PageHeader>
      {refusal ? (
        <div role="alert">
          <Callout tone="bad">
            <p>{refusal}</p>
          </Callout>
        </div>
      ) : null}
      {campaign.state === "draft" ? null : <Standings {...file} />}
      <Waiting {...file} />
      <About {...file} />
    </>
  );
}

function Actions({ campaign, segment, counts, newcomers, mayWrite }: CampaignFile) {
  if (!mayWrite || campaign.state === "closed") return null;
  const hidden = { version: campaign.version };
  const answered = counts.answered;
  return (
    <>
      <ButtonLink href={census.edit(campaign.id)} label="Modifier" kind="quiet" />
      {campaign.state === "draft" ? (
        <>
          <ActionForm action={census.removal(campaign.id)} label="Supprimer ce brouillon" kind="danger" />
          <ActionForm
            action={census.opening(campaign.id)}
            label="Ouvrir la campagne"
            kind="primary"
            hidden={hidden}
            confirm={`Ouvrir la campagne et écrire à ${plural(segment.count, "organisation")} ?`}
          />
        </>
      ) : (
        <>
          {newcomers > 0 ? (
            <ActionForm
              action={census.joining(campaign.id)}
              label={`Ajouter ${plural(newcomers, "nouvelle venue", "nouvelles venues")}`}
            />
          ) : null}
          <ActionForm
            action={census.closing(campaign.id)}
            label="Clore et figer"
            kind="danger"
            hidden={hidden}
            confirm={`Clore la campagne avec ${plural(answered, "réponse")} ? Elle ne se rouvre pas.`}
          />
        </>
      )}
    </>
  );
}

function Standings({ campaign, counts }: CampaignFile) {
  const path = census.followed(campaign.id);
  const total = standingNames.reduce((sum, name) => sum + counts[name], 0);
  const silence = silent.reduce((sum, name) => sum + counts[name], 0);
  return (
    <section>
      <h2>Où en sont les réponses</h2>
      <Figures>
        <Figure value={formatNumber(total)} label="sollicitées" href={path} />
        <Figure
          value={formatNumber(counts.answered)}
          label="ont répondu"
          href={withQuery(path, { etat: "answered" })}
        />
        <Figure
          value={formatNumber(silence)}
          label="n’ont rien dit"
          href={withQuery(path, { etat: "silence" })}
        />
      </Figures>
      <ul class="census-standings">
        {standingNames
          .filter((name) => counts[name] > 0)
          .map((name) => (
            <li>
              <a href={withQuery(path, { etat: name })}>
                <Tag {...standings[name]} /> {formatNumber(counts[name])}
              </a>
            </li>
          ))}
      </ul>
      <p class="buttons">
        <ButtonLink href={census.coverage(campaign.id)} label="Couverture" kind="quiet" />
        <ButtonLink href={census.phones(campaign.id)} label="Liste téléphonique" kind="quiet" />
        {campaign.questionnaire_id === null ? null : (
          <ButtonLink href={census.results(campaign.id)} label="Réponses au questionnaire" kind="quiet" />
        )}
      </p>
    </section>
  );
}

function Waiting({ campaign, declarations, waiting, mayWrite }: CampaignFile) {
  if (waiting === 0 && declarations.length === 0) return null;
  return (
    <section>
      <h2>Ce qui attend l’équipe</h2>
      {waiting > 0 ? (
        <p>
          <a href={census.differences(campaign.id)}>
            {plural(waiting, "correction à relire", "corrections à relire")}
          </a>
        </p>
      ) : null}
      <ul class={declarations.length > 0 ? "lines" : undefined}>
        {declarations.map(({ id, kind, organisation, organisation_id, said_by, message, answered_on }) => (
          <li>
            <p class="line-title">
              <a href={directory.one(organisation_id)}>{organisation}</a> : {kinds[kind].toLowerCase()}, dit
              le {formatDay(answered_on)}
              {said_by ? ` par ${said_by}` : ""}
            </p>
            {message ? <p>« {message} »</p> : null}
            <Settlement id={id} kind={kind} mayWrite={mayWrite} of={organisation} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function About({ campaign, segment, ladder, questionnaire, openLink, mayWrite }: CampaignFile) {
  const draft = campaign.state === "draft";
  const who = segment.words ? segment.words.charAt(0).toUpperCase() + segment.words.slice(1) : "";
  return (
    <section>
      <h2>La campagne</h2>
      <Facts
        facts={[
          ["État", <Tag label={states[campaign.state]} tone={stateTones[campaign.state]} />],
          ["Année", campaign.year],
          ["À qui", draft ? `${who} (${plural(segment.count, "organisation")} aujourd’hui)` : who],
          [
            "Questionnaire",
            <>
              {questionnaire ? questionnaire.title : "aucun"}
              {questionnaire && !questionnaire.published ? ", pas encore publié" : ""}{" "}
              {mayWrite && campaign.state !== "closed" && questionnaire ? (
                <a href={census.editor(campaign.id)}>Relire et modifier</a>
              ) : null}
            </>,
          ],
          [
            "Lettres",
            <>
              {ladder
                .map(
                  ({ rank, day }) =>
                    `${letterName(rank)} ${day ? `le ${formatDay(day)}` : "jamais, après la fin"}`,
                )
                .join(" ; ")}
              {". "}
              <a href={census.letters(campaign.id)}>Lire les lettres</a>
            </>,
          ],
          [
            "Lien ouvert",
            openLink ? (
              <a class="wrap" href={openLink}>
                {openLink}
              </a>
            ) : campaign.open_link ? (
              "actif à l’ouverture"
            ) : null,
          ],
          ["Introduction", campaign.introduction],
          ["Ouverte le", campaign.opened_at ? formatInstant(campaign.opened_at) : null],
          ["Close le", campaign.closed_at ? formatInstant(campaign.closed_at) : null],
        ]}
      />
    </section>
  );
}
