/** What a member may be. `owner` owns the practice; an animal owner is a guardian, never a member. */
export const roles = ['owner', 'consultant', 'assistant'] as const
export type Role = (typeof roles)[number]
