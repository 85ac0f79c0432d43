/** What an ed note begins with in wire text, where no field says that it is one. */
export const ED_NOTE_LABEL = 'Eds:'
