/** The lesson that a document of the site is: its file bears the lesson's id. The list of all lessons is none. */
export function lessonOf(docId: string | undefined): string | undefined {
  return docId?.includes('/') ? docId.split('/').at(-1) : undefined;
}
