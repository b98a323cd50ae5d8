/** The parts of an answer in their order, on screens and in documents alike: after a refusal what it asks for comes early. */
export const ADVISED = [
  ...(["careful", "question", "why", "previous", "missing", "again", "now", "where", "first"] as const),
  ...(["ready", "never", "clock", "letter", "fails", "ladder", "assumed", "otherwise", "also"] as const),
];
export const UNSURE = [
  ...(["careful", "question", "why", "previous", "missing", "again"] as const),
  ...(["never", "clock", "assumed", "otherwise", "also"] as const),
];
