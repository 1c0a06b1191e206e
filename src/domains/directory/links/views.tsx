import { directory } from "#paths/directory.ts";
import { partnerships } from "#paths/partnerships.ts";
import type { Errors, Typed } from "#platform/web/form.ts";
import { RadioField, SelectField, TextArea, TextField } from "#ui/fields.tsx";
import { ActionForm, Form, Hidden, Submit } from "#ui/form.tsx";
import { formatShortDay } from "#ui/format.ts";
import { ButtonLink, Callout, PageHeader, Tag } from "#ui/page.tsx";
import type { Candidate } from "../matching/queries.ts";
import { datesOf } from "../people/views.parts.tsx";
import type { Link } from "./queries.ts";
import { linkWords, sayingOf, sayings } from "./rules.ts";

interface Organisation {
  id: number;
  name: string;
}

export const panelTitle = (organisation: Organisation) => `Liens de ${organisation.name}`;
export const addTitle = (organisation: Organisation) => `Ajouter un lien à ${organisation.name}`;
export const linkTitle = (organisation: Organisation, link: Link) =>
  `${organisation.name} ${linkWords(link.kind, link.side)} ${link.other}`;

/** The frame in which the record of an organisation shows its links. */
export const linksFrame = "liens";

/** What an organisation is to others and others to it: a page of its own, and a part of the record. */
export function LinksPanelPage({
  organisation,
  links,
  mayWrite,
}: {
  organisation: Organisation;
  links: readonly Link[];
  mayWrite: boolean;
}) {
  return (
    <>
      <PageHeader
        title={panelTitle(organisation)}
        trail={[{ label: organisation.name, href: directory.one(organisation.id) }]}
      />
      <turbo-frame id={linksFrame} target="_top">
        {links.length === 0 ? (
          <p>Aucun lien avec une autre organisation n’est noté.</p>
        ) : (
          <ul>
            {links.map((link) => (
              <li>
                {linkWords(link.kind, link.side)} <a href={directory.one(link.other_id)}>{link.other}</a>
                {datesOf(link) ? ` (${datesOf(link)})` : null}
                {link.note ? `, ${link.note}` : null} {link.current ? null : <Tag label="Passé" />}{" "}
                {link.other_status === "archived" ? <Tag label="Archivée" tone="warning" /> : null}{" "}
                {mayWrite ? (
                  <a href={partnerships.link(link.id, organisation.id)}>
                    Modifier<span class="sr-only"> le lien avec {link.other}</span>
                  </a>
                ) : null}
              </li>
            ))}
          </ul>
        )}
        {mayWrite ? (
          <p>
            <ButtonLink href={partnerships.addLink(organisation.id)} label="Ajouter un lien" kind="quiet" />
          </p>
        ) : null}
      </turbo-frame>
    </>
  );
}

interface FormProps {
  organisation: Organisation;
  typed?: Typed;
  errors?: Errors;
}

function LinkFields({ typed, errors }: Omit<FormProps, "organisation">) {
  const field = { typed, errors, required: false };
  return (
    <>
      <div class="field-row">
        <TextField {...field} name="depuis" label="Depuis le" placeholder="6/1/2021" />
        <TextField {...field} name="jusqua" label="Jusqu’au" />
      </div>
      <TextArea {...field} name="note" label="Note" rows={2} />
    </>
  );
}

/** A new link: what the organisation is to another, or the other to it. */
export function AddLinkPage({
  organisation,
  typed = {},
  errors,
  candidates = [],
}: FormProps & { candidates?: readonly Candidate[] }) {
  const name = String(typed["organisation"] ?? "");
  return (
    <>
      <PageHeader
        title={addTitle(organisation)}
        trail={[{ label: organisation.name, href: directory.one(organisation.id) }]}
      />
      <Form action={partnerships.addLink(organisation.id)} errors={errors} once>
        <SelectField
          typed={typed}
          errors={errors}
          name="lien"
          label={`${organisation.name}…`}
          empty="Choisir…"
          options={sayings}
          required
        />
        <TextField
          typed={typed}
          errors={errors}
          name="organisation"
          label="L’autre organisation"
          required
          autocomplete="off"
          data={{ "data-controller": "suggestions", "data-suggestions-url-value": directory.suggestions() }}
        />
        {candidates.length > 0 ? (
          <RadioField
            name="choix"
            legend={`« ${name} », est-ce…`}
            options={candidates.map((one) => ({ value: String(one.id), label: one.name }))}
          />
        ) : null}
        <LinkFields typed={typed} errors={errors} />
        <div class="buttons">
          <Submit label="Enregistrer" />
          <a href={directory.one(organisation.id)}>Renoncer</a>
        </div>
      </Form>
    </>
  );
}

const typedOf = (link: Link): Typed => ({
  lien: sayingOf(link),
  depuis: link.since ? formatShortDay(link.since) : "",
  jusqua: link.until ? formatShortDay(link.until) : "",
  note: link.note,
});

/** Changing a link, seen from one of its ends; `conflict` when a colleague saved first. */
export function LinkPage({
  organisation,
  link,
  typed = typedOf(link),
  version = link.version,
  errors,
  conflict = false,
}: FormProps & { link: Link; version?: number; conflict?: boolean }) {
  return (
    <>
      <PageHeader
        title={linkTitle(organisation, link)}
        trail={[{ label: organisation.name, href: directory.one(organisation.id) }]}
      >
        <ActionForm
          action={partnerships.linkRemoval(link.id, organisation.id)}
          label="Retirer ce lien"
          kind="danger"
        />
      </PageHeader>
      {conflict ? (
        <Callout tone="warning">
          Une autre personne a modifié ce lien pendant votre saisie : il dit maintenant «{" "}
          {linkWords(link.kind, link.side)} {link.other} »{datesOf(link) ? `, ${datesOf(link)}` : ""}. Votre
          saisie est ci-dessous : enregistrez-la de nouveau si elle est la bonne.
        </Callout>
      ) : null}
      <Form action={partnerships.link(link.id, organisation.id)} errors={errors}>
        <Hidden name="version" value={String(version)} />
        <SelectField
          typed={typed}
          errors={errors}
          name="lien"
          label={`${organisation.name}…`}
          options={sayings}
          required
        />
        <p>
          … <a href={directory.one(link.other_id)}>{link.other}</a>
        </p>
        <LinkFields typed={typed} errors={errors} />
        <div class="buttons">
          <Submit label="Enregistrer" />
          <a href={directory.one(organisation.id)}>Renoncer</a>
        </div>
      </Form>
    </>
  );
}
