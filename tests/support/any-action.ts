import type { UserId } from '@/lib/auth/session';
import type { Tx } from '@/lib/db/db';
import { customerActions } from './any-action/customers';
import type { Action, Rows } from './any-action/drawn';
import { saleActions } from './any-action/sales';
import { settingActions } from './any-action/settings';

// Any action of the app on any records of an account: numbers that a property test draws say which.

const actions = { ...customerActions, ...saleActions, ...settingActions } satisfies Record<string, Action>;

/** What an action can be; a property test draws one of them and a number. */
export const actionNames = Object.keys(actions) as (keyof typeof actions)[];

/** Does one of the actions to records that the number chooses; where there is none to do it to, it does nothing. */
export async function doAnything(tx: Tx, userId: UserId, name: keyof typeof actions, n: number): Promise<void> {
	const all = { where: { userId }, orderBy: { id: 'asc' } } as const;
	const rows: Rows = {
		companies: await tx.company.findMany(all),
		contacts: await tx.contact.findMany(all),
		deals: await tx.deal.findMany(all),
		activities: await tx.activity.findMany(all),
		followUps: await tx.followUp.findMany(all),
		tags: await tx.tag.findMany(all),
		views: await tx.savedView.findMany(all),
	};
	const act: Action = actions[name];
	await act({ tx, userId, n, rows, one: (of, other = 0) => of[(n + other) % Math.max(of.length, 1)] });
}
