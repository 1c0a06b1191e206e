import { census } from "#paths/census.ts";
import type { Errors, Typed } from "#platform/web/form.ts";
import { TextField } from "#ui/fields.tsx";
import { Form, Hidden, Submit } from "#ui/form.tsx";
import { formatDay } from "#ui/format.ts";
import { PageHeader } from "#ui/page.tsx";
import { Paragraphs } from "#ui/prose.tsx";
import type { Campaign } from "../campaigns/queries.ts";
import type { Stranger } from "./input.ts";
import type { Likely } from "./queries.ts";

export const openTitle = (campaign: Campaign) => campaign.title;

/** The open link: an organisation that has no letter says who it is. */
export function OpenPage({
  campaign,
  typed,
  errors,
}: {
  campaign: Campaign;
  typed?: Typed;
  errors?: Errors;
}) {
  const field = { typed, errors };
  return (
    <>
      <PageHeader
        title={openTitle(campaign)}
        lead={`Votre organisation agit dans la région et n’a pas reçu notre lettre ? Faites-vous connaître jusqu’au ${formatDay(campaign.closes_on)}.`}
      />
      {campaign.introduction ? (
        <div class="prose">
          <Paragraphs text={campaign.introduction} />
        </div>
      ) : null}
      <Form action={census.openLink(campaign.slug)} once errors={errors}>
        <TextField
          {...field}
          name="nom"
          label="Nom de votre organisation"
          autocomplete="organization"
          required
        />
        <TextField
          {...field}
          name="courriel"
          type="email"
          label="Courriel"
          autocomplete="email"
          help="Pour vous envoyer le lien de votre fiche : vous pourrez y revenir."
          required
        />
        <TextField {...field} name="personne" label="Votre nom" autocomplete="name" required={false} />
        <Submit label="Continuer" />
      </Form>
    </>
  );
}

export const likelyTitle = "Êtes-vous l’une d’elles ?";

/** Those already known that may be the one named, before anything is added. */
export function LikelyPage({
  campaign,
  stranger,
  likely,
}: {
  campaign: Campaign;
  stranger: Stranger;
  likely: readonly Likely[];
}) {
  return (
    <>
      <PageHeader
        title={likelyTitle}
        trail={[{ label: campaign.title, href: census.openLink(campaign.slug) }]}
        lead="Nous connaissons déjà des organisations de ce nom, ou d’un nom proche."
      />
      <ul class="lines">
        {likely.map(({ id, name, commune }) => (
          <li>
            <p class="line-title">
              {name}
              {commune ? `, ${commune}` : ""}
            </p>
            <Form action={census.ours(campaign.slug)} class="action">
              <Hidden name="nom" value={stranger.nom} />
              <Hidden name="organisation" value={String(id)} />
              <Submit label="C’est nous" />
            </Form>
          </li>
        ))}
      </ul>
      <Form action={census.openLink(campaign.slug)} once>
        <Hidden name="nom" value={stranger.nom} />
        <Hidden name="courriel" value={stranger.courriel} />
        <Hidden name="personne" value={stranger.personne} />
        <Hidden name="nouvelle" value="oui" />
        <Submit label="Aucune n’est la nôtre" kind="quiet" />
      </Form>
    </>
  );
}

export const askedTitle = "Votre lien est demandé";

/** The same words whether an address is known or not: nothing is learned from them. */
export function AskedPage({ campaign }: { campaign: Campaign }) {
  return (
    <>
      <PageHeader
        title={askedTitle}
        trail={[{ label: campaign.title, href: census.openLink(campaign.slug) }]}
      />
      <div class="prose">
        <p>
          Si nous avons une adresse de courriel pour cette organisation, une lettre part à cette adresse avec
          le lien de sa fiche. Regardez aussi dans les indésirables.
        </p>
        <p>Si rien n’arrive d’ici demain, l’équipe du réseau vous rappellera : votre demande est notée.</p>
      </div>
    </>
  );
}
