import { expect, test } from "vitest";
import { newCode, readCode, writtenCode } from "./rules.ts";

test("a code is read as people copy it, and no other is", () => {
  const code = newCode();
  for (const typed of [
    code,
    writtenCode(code),
    writtenCode(code).toLowerCase(),
    ` ${code} `,
    code.replaceAll("0", "O").replaceAll("1", "l"),
  ])
    expect(readCode(typed)).toBe(code);
  for (const typed of ["", code.slice(1), `${code}A`, `${code.slice(1)}U`])
    expect(readCode(typed)).toBeUndefined();
  expect(new Set(Array.from({ length: 1000 }, newCode)).size).toBe(1000);
});
