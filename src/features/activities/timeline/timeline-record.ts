/** The record whose timeline it is; its entries don't repeat its name. */
export type TimelineRecord = { noun: 'company' | 'contact' | 'deal'; id: string };
