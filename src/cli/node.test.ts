import { expect, test } from "vitest";
import { runOnOurNode } from "./node.ts";

test("the Node of the project runs the command itself; an older one with no other says what to install", async () => {
  expect(await runOnOurNode("/nowhere", "24.21.0")).toBeUndefined();
  expect(await runOnOurNode("/nowhere", "26.0.0")).toBeUndefined();
  for (const version of ["20.20.2", "22.21.0", "24.6.0"])
    await expect(runOnOurNode("/nowhere", version)).rejects.toThrow(
      `Maillage demande Node 24.7 ou plus récent, et celui-ci est Node ${version}.`,
    );
});
