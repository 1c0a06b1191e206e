import { defineConfig } from "vitest/config";

export default defineConfig({
  oxc: { jsx: { runtime: "automatic", importSource: "hono/jsx" } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: "rooms",
          sequence: { groupOrder: 0 },
          include: ["src/**/*.test.{ts,tsx}", "test/*.test.{ts,tsx}", "bench/*.test.ts"],
          globalSetup: "test/database-server.ts",
          pool: "forks",
          isolate: false,
          maxWorkers: 2,
          testTimeout: 20_000,
        },
      },
      {
        extends: true,
        test: {
          name: "journeys",
          sequence: { groupOrder: 1 },
          include: ["test/journeys/**/*.test.ts"],
          globalSetup: "test/journeys/site.ts",
          pool: "forks",
          maxWorkers: 1,
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
