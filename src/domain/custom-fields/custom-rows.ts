import 'server-only';
import type { UserId } from '@/lib/auth/session';
import { Prisma } from '@/lib/db/db';
import { isAddedName } from '@/lib/list/added-names';
import { valuesOn, type Where } from '@/lib/list/conditions';
import type { AddedToList } from '@/lib/list/list-params';
import type { GroupOrder } from '@/lib/list/list-query';
import { customName } from './custom-field-types';
import { customListOf } from './custom-list';
import { nameHeldRecords } from './held-records';
import type { Metadata } from './metadata';

/** What a row of a list has where a custom field is one of its columns. */
export type CustomRow = { metadata?: Metadata };

/** `, … AS metadata`, where a column of the table with this alias is a custom field; otherwise nothing. */
export const customColumn = (shown: readonly string[], alias: string): Prisma.Sql =>
	shown.some(isAddedName) ? Prisma.raw(`, ${alias}.metadata AS metadata`) : Prisma.empty;

/** The join that a group by a custom field needs to be read with each row; nothing for any other group. */
export const customJoin = (name: string, group: GroupOrder | undefined): Prisma.Sql =>
	(isAddedName(name) && group?.sort.join) || Prisma.empty;

/** The names of the contacts and companies in the shown custom fields of some rows, and in the conditions on them, by their ids. */
export async function nameCustomValues(
	userId: UserId,
	state: { added?: AddedToList },
	{ shown, rows, where }: { shown: readonly string[]; rows: readonly CustomRow[]; where: Where },
): Promise<Record<string, string>> {
	const { fields } = customListOf(state);
	const valuesOf = (type: 'contact' | 'company') => {
		const own = fields.filter((field) => field.type === type);
		const cells = own.filter(({ id }) => shown.includes(customName(id)));
		return [
			...rows.flatMap(({ metadata = {} }) => cells.map(({ id }) => metadata[id])),
			...valuesOn(where, ...own.map(({ id }) => customName(id))),
		];
	};
	return nameHeldRecords(userId, { contacts: valuesOf('contact'), companies: valuesOf('company') });
}
