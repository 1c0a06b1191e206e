import type { Child } from "hono/jsx";
import { census } from "#paths/census.ts";
import { of } from "#platform/french.ts";
import type { Errors, Typed } from "#platform/web/form.ts";
import { RadioField, TextArea, TextField } from "#ui/fields.tsx";
import { Form, Submit } from "#ui/form.tsx";
import { formatDay } from "#ui/format.ts";
import { ButtonLink, Callout, Facts, PageHeader } from "#ui/page.tsx";
import { Paragraphs } from "#ui/prose.tsx";
import type { Shut } from "../campaigns/rules.ts";
import type { Invited } from "./queries.ts";

export const cardTitle = ({ organisation }: Pick<Invited, "organisation">) => `La fiche ${of(organisation)}`;

/** A line of the card: a field in words; empty: nothing is known. */
export interface CardLine {
  label: string;
  text: string;
}

/** `Numéro RNA` is `numéro RNA` in a sentence, and `SIREN` stays. */
const lowered = (label: string) =>
  /^\p{Lu}\p{Ll}/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;

/** The page of the personal link: the card as it is, and the three things that can be said of it. */
export function CardPage({
  invited,
  token,
  lines,
}: {
  invited: Invited;
  token: string;
  lines: readonly CardLine[];
}) {
  const missing = lines.filter(({ text }) => text === "").map(({ label }) => lowered(label));
  return (
    <>
      <PageHeader
        title={cardTitle(invited)}
        lead={`${invited.title}. Voici ce que nous savons de vous : dites-nous si c’est juste, jusqu’au ${formatDay(invited.closes_on)}.`}
      />
      {invited.introduction ? (
        <div class="prose">
          <Paragraphs text={invited.introduction} />
        </div>
      ) : null}
      <Already invited={invited} />
      <div class="census-card">
        <Facts facts={lines.map(({ label, text }) => [label, text] as const)} />
        {missing.length > 0 ? <p class="soft">Nous ne savons pas encore : {missing.join(", ")}.</p> : null}
      </div>
      <div class="census-ways">
        <Form action={census.confirmation(token)} once class="action">
          <Submit label="Tout est exact" />
        </Form>
        <Form action={census.correction(token)} class="action">
          <Submit
            label={invited.state === "answered" ? "Modifier la réponse" : "Corriger ou compléter"}
            kind="quiet"
          />
        </Form>
      </div>
      <p class="soft">
        <a href={census.declaration(token)}>
          Nous ne souhaitons pas figurer dans l’annuaire, ou notre organisation n’existe plus
        </a>
      </p>
    </>
  );
}

const already: Partial<Record<Invited["state"], string>> = {
  answered: "Une réponse nous est parvenue",
  refused: "Vous nous avez dit que votre organisation ne souhaite pas figurer dans l’annuaire",
  departed: "Vous nous avez dit que votre organisation n’existe plus ou a quitté la région",
};

function Already({ invited }: { invited: Invited }) {
  const text = already[invited.state];
  if (!text || !invited.answered_on) return null;
  return (
    <Callout tone="good">
      <p>
        {text}, le {formatDay(invited.answered_on)}. Vous pouvez encore changer d’avis : la dernière réponse
        est celle qui compte.
      </p>
    </Callout>
  );
}

export const declarationTitle = ({ organisation }: Invited) => `Refus ou départ ${of(organisation)}`;

/** Saying that one does not wish to stand in the directory, or is no more. */
export function DeclarationPage({
  invited,
  token,
  typed,
  errors,
}: {
  invited: Invited;
  token: string;
  typed?: Typed;
  errors?: Errors;
}) {
  const field = { errors, typed };
  return (
    <>
      <PageHeader
        title={declarationTitle(invited)}
        trail={[{ label: cardTitle(invited), href: census.answer(token) }]}
        lead="Nous le noterons, et nous ne vous écrirons plus pour ce recensement. L’équipe s’occupe ensuite de votre fiche."
      />
      <Form action={census.declaration(token)} once errors={errors}>
        <RadioField
          name="choix"
          legend="Qu’en est-il ?"
          chosen={String(typed?.["choix"] ?? "")}
          errors={errors}
          options={[
            { value: "refusal", label: "Nous ne souhaitons pas figurer dans l’annuaire" },
            { value: "departure", label: "Notre organisation n’existe plus, ou a quitté la région" },
          ]}
        />
        <TextArea {...field} name="message" label="Un mot d’explication" rows={4} required={false} />
        <TextField {...field} name="nom" label="Votre nom et votre fonction" required={false} />
        <div class="buttons">
          <Submit label="Envoyer" />
          <a href={census.answer(token)}>Revenir à la fiche</a>
        </div>
      </Form>
    </>
  );
}

export const thanksTitle = "Merci de votre réponse";

const thanks: Partial<Record<Invited["state"], string>> = {
  answered:
    "Votre réponse est enregistrée. Si vous avez proposé des corrections, l’équipe relit celles qui le demandent.",
  refused:
    "C’est noté : l’équipe s’occupe de votre fiche, et nous ne vous écrirons plus pour ce recensement.",
  departed:
    "C’est noté : l’équipe s’occupe de votre fiche, et nous ne vous écrirons plus pour ce recensement.",
};

/** What was understood, and the way back. */
export function ThanksPage({ invited, token }: { invited: Invited; token: string }) {
  return (
    <>
      <PageHeader
        title={thanksTitle}
        lead={thanks[invited.state] ?? "Nous n’avons pas encore votre réponse."}
      />
      <p>
        <ButtonLink
          href={census.answer(token)}
          label={`Revoir la fiche ${of(invited.organisation)}`}
          kind="quiet"
        />
      </p>
    </>
  );
}

export const unknownLinkTitle = "Ce lien n’ouvre aucune fiche";

/** A link that is none of ours, or that was replaced. */
export function UnknownLinkPage({ reach }: { reach: Child }) {
  return (
    <>
      <PageHeader title={unknownLinkTitle} />
      <div class="prose">
        <p>
          Il a peut-être été coupé par votre logiciel de courrier : copiez-le en entier depuis la lettre. Il a
          aussi pu être remplacé par un lien plus récent.
        </p>
        <p>{reach}</p>
      </div>
    </>
  );
}

/** The campaign is over, or has not begun. */
export function ShutPage({ invited, shut, reach }: { invited: Invited; shut: Shut; reach: Child }) {
  return (
    <>
      <PageHeader title={cardTitle(invited)} />
      <div class="prose">
        {shut === "over" ? (
          <p>
            « {invited.title} » est terminé depuis le {formatDay(invited.closes_on)} : nous ne prenons plus de
            réponse par ce lien. Merci de l’avoir suivi.
          </p>
        ) : (
          <p>
            « {invited.title} » commence le {formatDay(invited.opens_on)}. Votre lien s’ouvrira ce jour-là.
          </p>
        )}
        <p>{reach}</p>
      </div>
    </>
  );
}

/** How to reach the network, when a page cannot help. */
export function Reach({ email }: { email: string }) {
  return (
    <>
      Pour nous dire ce qui a changé, écrivez-nous
      {email ? (
        <>
          {" "}
          à <a href={`mailto:${email}`}>{email}</a>
        </>
      ) : null}
      .
    </>
  );
}
