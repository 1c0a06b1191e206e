import type { ErrorHandler } from "hono";
import { accounts } from "#paths/accounts.ts";
import { office } from "#paths/office.ts";
import { site } from "#paths/site.ts";
import type { AppEnv } from "#platform/web/env.ts";
import { Forbidden, ForgedForm, NotFound, SignInNeeded, TooLarge, TooMany } from "#platform/web/errors.ts";
import { Brand } from "#ui/brand.tsx";
import { Document } from "#ui/document.tsx";
import { formatBytes, plural } from "#ui/format.ts";
import { MeshDrawing } from "#ui/motif.tsx";

interface Message {
  status: 403 | 404 | 413 | 429 | 500;
  title: string;
  text: string;
}

/** The only error handler: what is expected gets its page; what is not is logged with the request's id, and said calmly. */
export const answerError: ErrorHandler<AppEnv> = (error, c) => {
  if (error instanceof SignInNeeded) {
    const back = c.req.method === "GET" ? new URL(c.req.url) : undefined;
    return c.redirect(accounts.signIn(back ? back.pathname + back.search : undefined), 303);
  }
  const message = messageFor(error);
  if (message.status === 500) c.get("log").error({ err: error }, "unexpected");
  if (c.req.path.startsWith("/api/"))
    return c.json({ error: message.text, request: c.get("requestId") }, message.status);
  if (error instanceof TooMany) c.header("Retry-After", String(error.seconds));
  const page = <ErrorPage {...message} requestId={c.get("requestId")} script={scriptOf(c.req.path)} />;
  return c.html(page, message.status);
};

/** The script of the page that the person comes from: Turbo shows an answer only when it carries the same. */
const scriptOf = (path: string) =>
  /^\/(gestion|espace|connexion|invitation)(\/|$)/.test(path) ? "office" : "public";

function messageFor(error: Error): Message {
  if (error instanceof NotFound)
    return {
      status: 404,
      title: "Cette page n’existe pas",
      text: "L’adresse a peut-être changé, ou la page n’est pas ouverte à tous.",
    };
  if (error instanceof Forbidden)
    return {
      status: 403,
      title: "Cette page ne vous est pas ouverte",
      text: "Votre compte n’a pas le droit demandé. L’administrateur du réseau peut vous le donner.",
    };
  if (error instanceof ForgedForm)
    return {
      status: 403,
      title: "Ce formulaire a expiré",
      text: "Revenez en arrière, rechargez la page, puis envoyez-le de nouveau : ce que vous avez tapé est encore là.",
    };
  if (error instanceof TooLarge)
    return {
      status: 413,
      title: "Ce fichier est trop gros",
      text: `La limite est de ${formatBytes(error.limit)}. Rien n’a été gardé. Enregistrez-le en CSV, ou coupez-le en plusieurs fichiers.`,
    };
  if (error instanceof TooMany)
    return {
      status: 429,
      title: "Trop d’essais",
      text: `Attendez ${error.seconds < 100 ? plural(error.seconds, "seconde") : plural(Math.ceil(error.seconds / 60), "minute")}, puis recommencez.`,
    };
  return {
    status: 500,
    title: "Quelque chose s’est mal passé",
    text: "Rien de ce que vous avez demandé n’a été fait à moitié. Réessayez ; si cela recommence, donnez ce numéro à la personne qui tient le site.",
  };
}

/** Drawn without the database: it may be what failed. */
function ErrorPage({
  status,
  title,
  text,
  requestId,
  script,
}: Message & { requestId: string; script: "office" | "public" }) {
  const theme = { name: "Maillage", shortName: "Maillage", tagline: "", styles: site.theme() };
  return (
    <Document title={title} theme={theme} script={script} bodyClass="site" unlisted>
      <header class="site-bar">
        <Brand theme={theme} href={site.home()} />
      </header>
      <main id="contenu" class="error-page" tabindex={-1}>
        <MeshDrawing word={title} width={560} height={130} strands={3} columns={12} />
        <p class="error-status">Erreur {status}</p>
        <h1>{title}</h1>
        <p class="lead">{text}</p>
        {status === 500 ? <p class="request-id">{requestId}</p> : null}
        <p class="buttons">
          <a class="button button-primary" href={site.home()}>
            Aller à l’accueil
          </a>
          <a class="button button-quiet" href={office.home()}>
            Aller à la gestion
          </a>
        </p>
      </main>
    </Document>
  );
}
