/** The walls between rooms. Each rule says why; `test/architecture.test.ts` runs them and proves that files were seen. */
const foundations = "accounts|network|territory|vocabularies|directory|questionnaires";
const trades = "activities|agenda|membership|projects|census|support";
const steering = "observatory|reports";

module.exports = {
  forbidden: [
    {
      name: "no-cycle",
      comment: "Two files that need each other are one file, or a third is missing.",
      severity: "error",
      from: { path: "^src" },
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "rooms-by-the-front-door",
      comment: "A room is entered by its index.ts; only shells mount its routes.",
      severity: "error",
      from: { path: "^src/domains/([^/]+)/" },
      to: { path: "^src/domains/([^/]+)/", pathNot: "^src/domains/($1/|[^/]+/index\\.ts$)" },
    },
    {
      name: "outside-by-the-front-door",
      comment:
        "Those outside a room see its index.ts; shells also mount its routes; the list of jobs reads jobs.",
      severity: "error",
      from: { pathNot: "^(src/domains|test|bench)/|\\.test\\.tsx?$" },
      to: {
        path: "^src/domains/",
        pathNot: "^src/domains/[^/]+/index\\.ts$|^src/domains/.*routes[^/]*tsx?$",
      },
    },
    {
      name: "foundations-know-no-trade",
      comment: "Foundations are leant on; they lean on each other only.",
      severity: "error",
      from: { path: `^src/domains/(${foundations})/` },
      to: { path: `^src/domains/(${trades}|imports|${steering})/` },
    },
    {
      name: "trades-lean-on-foundations",
      comment: "Trades do not know imports nor steering.",
      severity: "error",
      from: { path: `^src/domains/(${trades})/` },
      to: { path: `^src/domains/(imports|${steering})/` },
    },
    {
      name: "steering-reads-views",
      comment: "Observatory and reports read shared_ views; no trade's code.",
      severity: "error",
      from: { path: `^src/domains/(${steering})/` },
      to: { path: `^src/domains/(${trades}|imports)/` },
    },
    {
      name: "platform-knows-no-trade",
      severity: "error",
      from: { path: "^src/platform/" },
      to: { path: "^src/(domains|shells|paths|ui|cli)/" },
    },
    {
      name: "ui-knows-no-domain",
      severity: "error",
      from: { path: "^src/ui/" },
      to: { path: "^src/(domains|shells|cli)/" },
    },
    {
      name: "paths-import-nothing",
      comment: "Linking to a room creates no dependency on it.",
      severity: "error",
      from: { path: "^src/paths/" },
      to: {},
    },
    {
      name: "views-never-query",
      comment: "A view takes data and gives HTML.",
      severity: "error",
      from: { path: "/views[^/]*tsx$" },
      to: {
        path: "^src/platform/db/|/(queries|commands)[^/]*ts$|node_modules/kysely",
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "rules-are-pure",
      comment: "A rule of the trade needs no database, no clock and no screen: it is tested as a table.",
      severity: "error",
      from: { path: "/(rules|access)[^/]*ts$", pathNot: "test.ts$" },
      to: {
        path: "^src/(ui|shells)/|^src/platform/(db|jobs|mail|files)/|/(queries|commands|views)[^/]*tsx?$|node_modules/(kysely|pg|hono)",
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "no-test-in-the-product",
      severity: "error",
      from: { path: "^src/" },
      to: { path: "^(test|bench)/|\\.test\\.tsx?$" },
    },
    {
      name: "nothing-unresolved",
      severity: "error",
      from: { path: "^(src|test|bench)/" },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    parser: "swc",
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    exclude: { path: "\\.test\\.tsx?$" }, // tests stand beside what they test and may look anywhere
    doNotFollow: { path: "node_modules|dist" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      mainFields: ["module", "main", "types"],
    },
  },
};
