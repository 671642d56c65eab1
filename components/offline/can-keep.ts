/** Whether this browser can keep anything: the vault needs an encrypted connection and Web Locks. */
export const canKeep = (): boolean =>
  typeof indexedDB !== 'undefined' && 'locks' in navigator && crypto.subtle !== undefined
