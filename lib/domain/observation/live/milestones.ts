/** What is waited for: at the harness, at the food, the first step. */
export const milestones = ['approach', 'eat', 'step'] as const
export type Milestone = (typeof milestones)[number]
