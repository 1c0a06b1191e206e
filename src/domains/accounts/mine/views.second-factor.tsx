import encodeQR from "qr";
import { accounts } from "#paths/accounts.ts";
import type { Errors } from "#platform/web/form.ts";
import { TextField } from "#ui/fields.tsx";
import { ActionForm, Form, Submit } from "#ui/form.tsx";
import { PageHeader } from "#ui/page.tsx";
import type { MyAccount } from "./queries.ts";
import { pages } from "./views.tsx";

interface Props {
  account: MyAccount;
  /** While it is being set up: what goes into the telephone. */
  pending?: { address: string; text: string };
  /** Backup codes not yet said to be kept. */
  codes?: readonly string[];
  errors?: Errors;
}

/** One page, four moments: not set up, being set up, codes to keep, in place. */
export function SecondFactorPage(props: Props) {
  const { account, pending, codes } = props;
  return (
    <>
      <PageHeader {...pages.secondFactor} trail={[{ label: pages.mine.title, href: accounts.mine() }]} />
      {codes ? <CodesToKeep codes={codes} /> : null}
      {account.isProtected ? (
        codes ? null : (
          <InPlace {...props} />
        )
      ) : pending ? (
        <SetUp {...props} pending={pending} />
      ) : (
        <Start {...props} />
      )}
    </>
  );
}

function Start({ account, errors }: Props) {
  return (
    <Form action={accounts.mySecondFactor()} errors={errors}>
      <p>
        Il faut un téléphone avec une application de codes : FreeOTP, Aegis, 2FAS, ou celle que vous avez
        déjà.
      </p>
      <PasswordAsked account={account} errors={errors} />
      <div class="buttons">
        <Submit label="Commencer" />
      </div>
    </Form>
  );
}

function SetUp({ pending, errors }: Props & { pending: { address: string; text: string } }) {
  const groups = pending.text.match(/.{1,4}/g) ?? [];
  return (
    <>
      <p>
        Dans l’application, ajoutez un compte et photographiez ce carré ; ou recopiez le secret écrit
        au-dessous.
      </p>
      <figure class="qr">
        <QrCode text={pending.address} />
        <figcaption>
          Secret : <code>{groups.join(" ")}</code>
        </figcaption>
      </figure>
      <Form action={accounts.confirmSecondFactor()} errors={errors}>
        <TextField
          name="code"
          label="Code à six chiffres que montre l’application"
          inputmode="numeric"
          autocomplete="one-time-code"
          required
          errors={errors}
        />
        <div class="buttons">
          <Submit label="Confirmer" />
        </div>
      </Form>
    </>
  );
}

/** Black on white whatever the theme: telephones read nothing else. One path, a unit a square. */
function QrCode({ text }: { text: string }) {
  const squares = encodeQR(text, "raw", { ecc: "medium", border: 3 });
  const size = squares.length;
  const path = squares.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ""))).join("");
  return (
    <svg
      class="qr-code"
      role="img"
      aria-label="Carré à photographier, qui porte le secret écrit au-dessous"
      viewBox={`0 0 ${size} ${size}`}
      width="240"
      height="240"
      shape-rendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}

function CodesToKeep({ codes }: { codes: readonly string[] }) {
  return (
    <section>
      <h2>Vos codes de secours</h2>
      <p>
        Sans votre téléphone, chacun de ces codes ouvre une fois. Imprimez-les ou recopiez-les en lieu sûr :
        ils ne seront plus montrés.
      </p>
      <ol class="codes">
        {codes.map((code) => (
          <li>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <ActionForm action={accounts.keepCodes()} label="Je les ai gardés" kind="primary" />
    </section>
  );
}

function InPlace({ account, errors }: Props) {
  return (
    <>
      <p>
        La double vérification protège ce compte. Le code de votre téléphone est demandé à chaque connexion.
      </p>
      <Form action={accounts.renewCodes()} errors={errors} label="Codes de secours ou arrêt">
        <PasswordAsked account={account} errors={errors} />
        <div class="buttons">
          <Submit label="Faire d’autres codes de secours" kind="quiet" />
          <Submit label="Retirer la double vérification" kind="danger" name="retirer" value="oui" />
        </div>
      </Form>
    </>
  );
}

function PasswordAsked({ account, errors }: { account: MyAccount; errors?: Errors }) {
  return account.hasPassword ? (
    <TextField
      name="password"
      label="Votre mot de passe"
      type="password"
      autocomplete="current-password"
      required
      errors={errors}
    />
  ) : null;
}
