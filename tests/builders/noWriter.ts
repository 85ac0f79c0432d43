/** Nobody of whom a test asks wrote the words. */
export const NO_WRITER = (): boolean => false
