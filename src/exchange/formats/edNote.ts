/** Start of an ed note in wire text, which has no field for it. */
export const ED_NOTE_LABEL = 'Eds:'
