import { expect, test, vi } from 'vitest';
import { actions, visitor, walkActions } from '../support/hostile-actions';
import { walkMore } from '../support/hostile-more';

// The actions of all features but those of hostile-sales.test.ts, which is as much work.

// outside of a request these two do not exist
vi.mock('next/headers', () => ({ headers: async () => visitor, cookies: async () => ({ set: () => {} }) }));
vi.mock('next/cache', () => ({ refresh: () => {} }));

test('there are actions to walk', () => {
	expect(actions.map(({ name }) => name)).toEqual(
		expect.arrayContaining([
			'createCompany',
			'updateContact',
			'changeContactField',
			'saveProfile',
			'editTag',
			'createDeal',
			'updateDeal',
			'moveDeal',
			'createFollowUp',
			'createActivity',
			'updateActivity',
			'undoChangeSet',
			'saveView',
			'changeView',
		]),
	);
});

const has = (feature: string) => !['deals', 'activities', 'follow-ups'].includes(feature);
walkActions(has);
walkMore(has);
