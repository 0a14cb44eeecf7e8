import { vi } from 'vitest';
import { visitor, walkActions } from '../support/hostile-actions';

// The actions of deals, activities and follow-ups; hostile-input.test.ts has all others.

// outside of a request these two do not exist
vi.mock('next/headers', () => ({ headers: async () => visitor, cookies: async () => ({ set: () => {} }) }));
vi.mock('next/cache', () => ({ refresh: () => {} }));

walkActions((feature) => ['deals', 'activities', 'follow-ups'].includes(feature));
