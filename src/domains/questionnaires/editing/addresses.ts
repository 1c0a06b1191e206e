/** The addresses of an editor, below where the room puts it. */
export const editorAddresses = (href: string) => ({
  home: href,
  gestures: `${href}/gestes`,
  words: `${href}/presentation`,
  section: (id: string) => `${href}/parties/${id}`,
  question: (id: string) => `${href}/questions/${id}`,
  questionPreview: (id: string) => `${href}/questions/${id}/apercu`,
  preview: `${href}/apercu`,
  paper: `${href}/imprimer`,
  publication: `${href}/publication`,
  nextRevision: `${href}/revisions`,
  revision: (number: number) => `${href}/revisions/${number}`,
  abandon: `${href}/abandon`,
  undo: (requestId: string) => `${href}/retablissement?demande=${encodeURIComponent(requestId)}`,
});

export type EditorAddresses = ReturnType<typeof editorAddresses>;
