import type { UserId } from '@/lib/auth/session';
import type { Tx } from '@/lib/db/db';
import { customerActions } from './any-action/customers';
import type { Action, Rows } from './any-action/drawn';
import { saleActions } from './any-action/sales';
import { settingActions } from './any-action/settings';
import { textActions } from './any-action/texts';

// Any action of the app on any records of an account: numbers that a property test draws say which.

const actions = { ...customerActions, ...saleActions, ...settingActions, ...textActions } satisfies Record<
	string,
	Action
>;

/** What an action can be; a property test draws one of them and a number. */
export const actionNames = Object.keys(actions) as (keyof typeof actions)[];

/** Does one of the actions to records that the number chooses; where there is none to do it to, it does nothing. */
export async function doAnything(tx: Tx, userId: UserId, name: keyof typeof actions, n: number): Promise<void> {
	const rows = await rowsOf(tx, userId);
	const act: Action = actions[name];
	await act({ tx, userId, n, rows, one: (of, other = 0) => of[(n + other) % Math.max(of.length, 1)] });
}

/** One statement, as seven would take longer than most of the actions. */
async function rowsOf(tx: Tx, userId: UserId): Promise<Rows> {
	const [found] = await tx.$queryRaw<[{ rows: Rows }]>`
		SELECT json_build_object(
			'companies', (SELECT coalesce(json_agg(json_build_object('id', id, 'version', version) ORDER BY id), '[]')
				FROM company WHERE user_id = ${userId}::uuid),
			'contacts', (SELECT coalesce(json_agg(json_build_object('id', id, 'version', version, 'companyId', company_id) ORDER BY id), '[]')
				FROM contact WHERE user_id = ${userId}::uuid),
			'deals', (SELECT coalesce(json_agg(json_build_object('id', id, 'version', version, 'companyId', company_id, 'stage', stage) ORDER BY id), '[]')
				FROM deal WHERE user_id = ${userId}::uuid),
			'activities', (SELECT coalesce(json_agg(json_build_object('id', id, 'version', version, 'companyId', company_id) ORDER BY id), '[]')
				FROM activity WHERE user_id = ${userId}::uuid),
			'followUps', (SELECT coalesce(json_agg(json_build_object('id', id) ORDER BY id), '[]')
				FROM follow_up WHERE user_id = ${userId}::uuid),
			'tags', (SELECT coalesce(json_agg(json_build_object('id', id, 'name', name) ORDER BY id), '[]')
				FROM tag WHERE user_id = ${userId}::uuid),
			'views', (SELECT coalesce(json_agg(json_build_object('id', id) ORDER BY id), '[]')
				FROM saved_view WHERE user_id = ${userId}::uuid)
		) AS rows`;
	return found.rows;
}
