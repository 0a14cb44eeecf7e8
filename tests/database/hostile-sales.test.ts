import { vi } from 'vitest';
import { visitor, walkActions } from '../support/hostile-actions';
import { walkMore } from '../support/hostile-more';

// The actions of deals, activities and follow-ups; hostile-input.test.ts has all others.

// outside of a request these two do not exist
vi.mock('next/headers', () => ({ headers: async () => visitor, cookies: async () => ({ set: () => {} }) }));
vi.mock('next/cache', () => ({ refresh: () => {} }));

const has = (feature: string) => ['deals', 'activities', 'follow-ups'].includes(feature);
walkActions(has);
walkMore(has);
