import { expect, test } from "vitest";
import { readConfig } from "./config.ts";

const refusalOf = (env: Record<string, string>) => {
  try {
    readConfig({}, env);
  } catch (error) {
    return (error as Error).message;
  }
  return "";
};

test("a start without settings names everything that is missing, at once", () => {
  const said = refusalOf({});
  for (const name of ["BASE_URL", "SECRET", "DATABASE_URL"]) expect(said).toContain(name);
});

test("a wrong setting is said with what it should be, and one that another asks for is named", () => {
  const said = refusalOf({
    BASE_URL: "reseau.fr",
    SECRET: "court",
    DATABASE_URL: "postgres://ici",
    SMTP_URL: "smtp://ici",
    S3_ENDPOINT: "https://s3.exemple.fr",
    PORT: "trois mille",
  });
  for (const name of ["BASE_URL", "SECRET", "PORT", "MAIL_FROM", "S3_BUCKET", "S3_SECRET_ACCESS_KEY"])
    expect(said).toContain(name);
  expect(said).not.toContain("DATABASE_URL");
});

test("an empty setting counts as not given", () => {
  const env = { BASE_URL: "https://reseau.fr/", SECRET: "x".repeat(32), DATA_DIR: "data", PORT: "" };
  expect(readConfig({}, env)).toMatchObject({
    port: 3000,
    baseUrl: "https://reseau.fr",
    secureCookies: true,
  });
});
