import fc from "fast-check";
import { expect, test } from "vitest";
import { invitationOf, isTokenOf, tokenOf } from "./rules.token.ts";

const secret = "un secret de test, assez long pour la règle";
const number = fc.integer({ min: 1, max: 2 ** 40 });

test("a token names its invitation and opens no other, nor itself once the link has changed", () => {
  fc.assert(
    fc.property(number, number, fc.integer({ min: 1, max: 50 }), (id, other, link) => {
      const token = tokenOf(secret, { id, link });
      expect(invitationOf(token)).toBe(id);
      expect(isTokenOf(secret, token, { id, link })).toBe(true);
      expect(isTokenOf(secret, token, { id, link: link + 1 })).toBe(false);
      expect(isTokenOf("un autre secret", token, { id, link })).toBe(false);
      if (other !== id) expect(isTokenOf(secret, token, { id: other, link })).toBe(false);
    }),
  );
});

test("a token changed by one letter opens nothing", () => {
  const invitation = { id: 7, link: 1 };
  const token = tokenOf(secret, invitation);
  for (let place = 10; place < token.length; place++) {
    const forged = token.slice(0, place) + (token[place] === "A" ? "B" : "A") + token.slice(place + 1);
    expect(isTokenOf(secret, forged, invitation)).toBe(false);
  }
});

test("what is no token names no invitation", () => {
  for (const typed of [
    "",
    "7",
    "7-",
    "7-court",
    "-aaaaaaaaaaaaaaaaaaaaaa",
    "0000000 -aaaaaaaaaaaaaaaaaaaaaa",
    "ouvert",
  ])
    expect(invitationOf(typed)).toBeUndefined();
});
