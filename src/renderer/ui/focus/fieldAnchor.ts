/** DOM id of the part of the Fields panel that holds a story field. */
export const fieldAnchor = (field: string): string => `story-field-${field}`
