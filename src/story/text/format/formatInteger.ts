/**
 * Formats a whole number in English: "12,345". `toLocaleString('en')` gives the same, but reads tables for 15 ms, which
 * delays the first sheet of a window.
 */
export const formatInteger = (count: number): string => String(count).replace(/\d(?=(?:\d{3})+$)/g, '$&,')
