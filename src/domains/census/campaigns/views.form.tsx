import { census } from "#paths/census.ts";
import { segments } from "#paths/segments.ts";
import type { Errors, Typed } from "#platform/web/form.ts";
import { CheckboxField, type Option, SelectField, TextArea, TextField } from "#ui/fields.tsx";
import { Form, Hidden, Submit } from "#ui/form.tsx";
import { formatShortDay } from "#ui/format.ts";
import { Overtaken } from "#ui/overtaken.tsx";
import { PageHeader } from "#ui/page.tsx";
import type { Campaign } from "./queries.ts";

export const addTitle = "Préparer une campagne";
export const editTitle = ({ title }: { title: string }) => `Modifier « ${title} »`;

interface Props {
  /** None: a new one. */
  campaign?: Campaign | undefined;
  segments: readonly Option[];
  typed?: Typed;
  errors?: Errors;
  version?: number;
  /** A colleague saved first. */
  conflict?: boolean;
}

/** What staff decide of a campaign; once it is open, whom it asks and when it began no longer change. */
export function CampaignFormPage({
  campaign,
  segments: options,
  typed,
  errors,
  version = campaign?.version ?? 0,
  conflict,
}: Props) {
  const field = { errors, typed };
  const draft = !campaign || campaign.state === "draft";
  return (
    <>
      <PageHeader
        title={campaign ? editTitle(campaign) : addTitle}
        trail={[
          campaign
            ? { label: campaign.title, href: census.one(campaign.id) }
            : { label: "Recensement", href: census.all() },
        ]}
      />
      {campaign && conflict ? <Conflict campaign={campaign} typed={typed ?? {}} /> : null}
      <Form action={campaign ? census.edit(campaign.id) : census.add()} once={!campaign} errors={errors}>
        <Hidden name="version" value={String(version)} />
        <TextField
          {...field}
          name="titre"
          label="Titre"
          value={campaign?.title}
          required
          help="Tel qu’il sera lu dans les lettres."
        />
        {draft ? (
          <>
            <TextField
              {...field}
              name="annee"
              label="Année"
              inputmode="numeric"
              value={campaign?.year}
              required
            />
            <SelectField
              {...field}
              name="segment"
              label="À qui écrire"
              empty="À toutes les organisations de l’annuaire"
              value={campaign?.segment_id}
              options={options}
              help={
                <>
                  Un segment enregistré, relu à l’ouverture.{" "}
                  <a href={segments.add()}>Écrire un nouveau segment</a>
                </>
              }
            />
            <TextField
              {...field}
              name="du"
              label="Ouverture"
              value={campaign ? formatShortDay(campaign.opens_on) : undefined}
              help="Les invitations partent ce jour-là, ou le premier jour ouvré qui suit."
              required
            />
          </>
        ) : (
          <>
            <Hidden name="annee" value={String(campaign.year)} />
            <Hidden name="du" value={campaign.opens_on} />
          </>
        )}
        <TextField
          {...field}
          name="au"
          label="Dernier jour pour répondre"
          value={campaign ? formatShortDay(campaign.closes_on) : undefined}
          required
        />
        <TextArea
          {...field}
          name="introduction"
          label="Introduction"
          rows={4}
          value={campaign?.introduction}
          required={false}
          help="Lue au-dessus de la fiche, par ceux qui suivent leur lien."
        />
        <CheckboxField
          name="lien"
          label="Permettre de répondre par un lien ouvert"
          checked={typed ? typed["lien"] === "oui" : campaign?.open_link}
          help="Une adresse à publier, pour les organisations que l’annuaire ne connaît pas encore."
        />
        <div class="buttons">
          <Submit label={campaign ? "Enregistrer" : "Préparer la campagne"} />
          <a href={campaign ? census.one(campaign.id) : census.all()}>Renoncer</a>
        </div>
      </Form>
    </>
  );
}

function Conflict({ campaign, typed }: { campaign: Campaign; typed: Typed }) {
  const labels = { titre: "Titre", au: "Dernier jour", introduction: "Introduction" };
  const text = (name: string) => String(typed[name] ?? "");
  return (
    <Overtaken
      at={campaign.updated_at}
      labels={labels}
      saved={{
        titre: campaign.title,
        au: formatShortDay(campaign.closes_on),
        introduction: campaign.introduction,
      }}
      typed={{ titre: text("titre"), au: text("au"), introduction: text("introduction") }}
      restart={census.edit(campaign.id)}
    />
  );
}
