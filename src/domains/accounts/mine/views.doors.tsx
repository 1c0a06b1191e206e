import { accounts } from "#paths/accounts.ts";
import { TextField } from "#ui/fields.tsx";
import { ActionForm } from "#ui/form.tsx";
import { formatInstant } from "#ui/format.ts";
import { Tag } from "#ui/page.tsx";
import { PasskeyForm } from "../passkey-form.tsx";
import type { MyAccount } from "./queries.ts";
import { nameOfBrowser } from "./texts.ts";

/** The keys that open this account. */
export function Keys({ account }: { account: MyAccount }) {
  return (
    <section>
      <h2>Clés d’accès</h2>
      <p>
        L’empreinte, le visage ou le code de votre appareil remplace le mot de passe. Ajouter une clé demande
        un navigateur récent, et JavaScript.
      </p>
      {account.keys.length > 0 ? (
        <ul class="lines">
          {account.keys.map((key) => (
            <li>
              <p class="line-title">{key.name ?? "Clé d’accès"}</p>
              {key.created_at ? <p>Depuis le {formatInstant(key.created_at)}</p> : null}
              <ActionForm action={accounts.removeKey(key.id)} label="Oublier cette clé" kind="danger" />
            </li>
          ))}
        </ul>
      ) : null}
      <PasskeyForm
        label="Ajouter une clé d’accès"
        action={accounts.myPasskeys()}
        options={accounts.newKeyOptions()}
        ceremony="create"
      >
        <TextField
          name="key"
          label="Nom de la clé"
          placeholder="Mon téléphone"
          required={false}
          class="short"
        />
      </PasskeyForm>
    </section>
  );
}

/** Where this account is open at this moment. */
export function Sessions({ account }: { account: MyAccount }) {
  return (
    <section>
      <h2>Connexions ouvertes</h2>
      <ul class="lines">
        {account.sessions.map((session) => (
          <li>
            <p class="line-title">{nameOfBrowser(session.user_agent)}</p>
            <p>Depuis le {formatInstant(session.created_at)}</p>
            {session.current ? (
              <Tag label="celle-ci" tone="good" />
            ) : (
              <ActionForm action={accounts.closeSession(session.id)} label="Fermer" />
            )}
          </li>
        ))}
      </ul>
      {account.sessions.length > 1 ? (
        <ActionForm action={accounts.closeOtherSessions()} label="Fermer toutes les autres" kind="danger" />
      ) : null}
    </section>
  );
}
