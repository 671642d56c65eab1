/** How a service is told from the others in a calendar: a shape with its own colour, never colour alone. */
export const serviceMarks = ['circle', 'square', 'triangle', 'diamond', 'cross', 'hexagon'] as const
export type ServiceMark = (typeof serviceMarks)[number]
