import { plural } from "#ui/format.ts";
import { Callout } from "#ui/page.tsx";
import type { SegmentMember } from "./queries.ts";
import { Members, previewFrame, Sentence } from "./views.sentence.tsx";

export interface PreviewFacts {
  sentence: string;
  count: number;
  members: readonly SegmentMember[];
  /** Lines that wait for an answer are not counted. */
  complete: boolean;
}

/** Who is in the segment as it is written now: follows the form when the script runs. */
export function Preview({ sentence, count, members, complete }: PreviewFacts) {
  return (
    <turbo-frame id={previewFrame} target="_top">
      <Sentence text={sentence} />
      <p class="total" role="status">
        {plural(count, "organisation")}
      </p>
      {complete ? null : (
        <Callout tone="warning">Un critère attend encore une réponse : il n’est pas compté.</Callout>
      )}
      <Members count={count} members={members} />
    </turbo-frame>
  );
}
