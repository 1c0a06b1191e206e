import type { Notice } from "#platform/web/notice.ts";
import { ActionForm } from "./form.tsx";

/** What the change before did, with the way to take it back. */
export function NoticeLine({ notice }: { notice: Notice }) {
  return (
    <div class="notice" role="status" tabindex={-1} data-controller="focus" data-focus-modest-value="true">
      <p>{notice.text}</p>
      {notice.undo ? <ActionForm action={notice.undo.action} label={notice.undo.label} /> : null}
    </div>
  );
}
