/** Compression methods of zip (APPNOTE 4.4.5). */
export const STORED = 0
export const DEFLATED = 8
