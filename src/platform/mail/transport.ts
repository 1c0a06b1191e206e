import { PassThrough } from "node:stream";
import nodemailer from "nodemailer";

/**
 * What became of a letter handed to the server: `accepted`; `refused` for good (5xx); `later` (it was away, busy, or
 * broke off before the letter was whole); `unknown` when it got the whole letter and never answered.
 */
export type Delivery = { result: "accepted" } | { result: "refused" | "later" | "unknown"; reason: string };

interface Content {
  recipient: string;
  subject: string;
  text: string;
  html: string;
}

/** Hands one letter to the SMTP server at `url` (`smtp://user:password@host:port`); never throws. */
export async function deliver(
  { url, from }: { url: string; from: string },
  { recipient, subject, text, html }: Content,
  messageId: string,
): Promise<Delivery> {
  const transport = nodemailer.createTransport(
    { url, connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 60_000 },
    { from },
  );
  let whole = false;
  transport.use("stream", (mail, done) => {
    mail.message.transform(
      () =>
        new PassThrough({
          flush(end) {
            whole = true;
            end();
          },
        }),
    );
    done();
  });
  try {
    const host = from.replace(/^.*@|>.*$/g, "") || "maillage";
    await transport.sendMail({ to: recipient, subject, text, html, messageId: `<${messageId}@${host}>` });
    return { result: "accepted" };
  } catch (error) {
    return judge(error as Error & { responseCode?: number; response?: string }, whole);
  } finally {
    transport.close();
  }
}

function judge(error: Error & { responseCode?: number; response?: string }, whole: boolean): Delivery {
  if (error.responseCode) {
    const reason = `Le serveur de courrier a répondu : ${error.response ?? error.responseCode}`;
    return { result: error.responseCode >= 500 ? "refused" : "later", reason };
  }
  if (whole) return { result: "unknown", reason: error.message };
  return { result: "later", reason: `Le serveur de courrier ne répond pas : ${error.message}` };
}
