import type { Child } from "hono/jsx";
import { formatDay } from "#ui/format.ts";
import { PageHeader } from "#ui/page.tsx";
import type { Campaign } from "../campaigns/queries.ts";
import type { Shut } from "../campaigns/rules.ts";

/** The open link before or after its days. */
export function OverPage({ campaign, shut, reach }: { campaign: Campaign; shut: Shut; reach: Child }) {
  return (
    <>
      <PageHeader
        title={campaign.title}
        lead={
          shut === "over"
            ? `Ce recensement est terminé depuis le ${formatDay(campaign.closes_on)}.`
            : `Ce recensement commence le ${formatDay(campaign.opens_on)}.`
        }
      />
      <p>{reach}</p>
    </>
  );
}
