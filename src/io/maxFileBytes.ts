/** Largest file of text we parse. */
export const maxFileBytes = 20_000_000
