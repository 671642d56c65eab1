/** Street and town in one line, without what is not known. */
export const addressOf = ({ street, town }: { street: string; town: string }): string =>
  [street, town].filter((line) => line !== '').join(', ')
