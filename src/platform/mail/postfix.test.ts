import { expect } from "vitest";
import { test } from "#test/database.ts";
import { sendLetter } from "#test/letters.ts";
import { openPostfix, postfixIsHere } from "#test/postfix.ts";
import { rememberedJobs } from "#test/services.ts";
import { writeLetter } from "./index.ts";

const text = `.\r\nUn point seul sur sa ligne, un « accent » et une ligne très longue : ${"é".repeat(1200)}`;

// Postfix is Debian's; where it is not installed, or not for us to start, mail.test.ts says as much with a server of our own.
test.skipIf(!postfixIsHere)(
  "through Postfix, letters come whole and once, a refusal is final, a delay is tried again",
  async ({ db }) => {
    await using postfix = await openPostfix();
    const write = (to: string, subject: string) =>
      writeLetter(db, rememberedJobs(), {
        to,
        subject,
        text,
        html: "<p>Bonjour</p>",
      });
    const ids: number[] = [];
    for (let n = 0; n < 5; n++)
      ids.push(
        await write(
          `nadia${n}@exemple.fr`,
          `Réunion n° ${n} de l’assemblée générale : ordre du jour, pouvoirs et trajets`,
        ),
      );
    for (const id of [...ids, ...ids])
      expect(await sendLetter(db, id, postfix.url)).toMatchObject({ state: "sent", attempts: 1 });
    expect(await sendLetter(db, await write("inconnu@exemple.fr", "Perdue"), postfix.url)).toMatchObject({
      state: "failed",
      error: expect.stringContaining("550"),
    });
    await expect(
      sendLetter(db, await write("plus-tard@exemple.fr", "Retardée"), postfix.url),
    ).rejects.toThrow();
    const came = await postfix.letters(5);
    expect(came.map((letter) => /^Delivered-To: (.*)$/m.exec(letter)?.[1]).sort()).toEqual(
      ids.map((_, n) => `nadia${n}@exemple.fr`),
    );
    for (const letter of came) {
      const [, body = ""] = /text\/plain[\s\S]*?\n\r?\n([\s\S]*?)\r?\n--/.exec(letter) ?? [];
      expect(Buffer.from(body, "base64").toString().trim()).toBe(text);
    }
  },
);
