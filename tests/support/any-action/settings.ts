import { v7 as uuidv7 } from 'uuid';
import * as account from '@/features/account/server/account-mutations';
import * as tags from '@/features/tags/server/tag-mutations';
import * as views from '@/features/views/server/view-mutations';
import { type Action, some } from './drawn';

/** What is done to tags, saved views and the region. */
export const settingActions = {
	createTag: ({ tx, userId }) => tags.createTag(tx, userId, { name: `Mới ${uuidv7()}`, colour: 'red' }),
	editTag: async ({ tx, userId, one, rows }) => {
		const tag = one(rows.tags);
		if (tag) await tags.editTag(tx, userId, { id: tag.id, name: `Khác ${uuidv7()}`, colour: 'green' });
	},
	mergeTags: async ({ tx, userId, one, rows }) => {
		const tag = one(rows.tags);
		const into = one(rows.tags.filter(({ id }) => id !== tag?.id));
		if (tag && into) await tags.mergeTags(tx, userId, { from: tag.id, into: into.id });
	},
	deleteTag: async ({ tx, userId, one, rows }) => {
		const tag = one(rows.tags);
		if (tag) await tags.deleteTag(tx, userId, { id: tag.id });
	},
	saveView: ({ tx, userId, n }) =>
		views.saveView(tx, userId, { id: uuidv7(), list: 'deals', name: some(n), query: `q=${n}`, isDefault: n % 2 > 0 }),
	renameView: async ({ tx, userId, n, one, rows }) => {
		const view = one(rows.views);
		if (view) await views.renameView(tx, userId, { id: view.id, name: some(n) });
	},
	changeView: async ({ tx, userId, n, one, rows }) => {
		const view = one(rows.views);
		if (view) await views.changeView(tx, userId, { id: view.id, query: `q=${n}` });
	},
	setDefaultView: async ({ tx, userId, n, one, rows }) => {
		const view = one(rows.views);
		if (view) await views.setDefaultView(tx, userId, { id: view.id, isDefault: n % 3 > 0 });
	},
	moveView: async ({ tx, userId, n, one, rows }) => {
		const view = one(rows.views);
		if (view) await views.moveView(tx, userId, { id: view.id, direction: n % 2 ? 'up' : 'down' });
	},
	deleteView: async ({ tx, userId, one, rows }) => {
		const view = one(rows.views);
		if (view) await views.deleteView(tx, userId, { id: view.id });
	},
	saveRegion: ({ tx, userId, n }) =>
		account.saveRegion(tx, userId, {
			currency: n % 2 ? 'VND' : 'USD',
			locale: 'en-GB',
			timeZone: 'Asia/Ho_Chi_Minh',
			weekStart: 1,
		}),
} satisfies Record<string, Action>;
