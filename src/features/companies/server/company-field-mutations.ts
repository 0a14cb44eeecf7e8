import 'server-only';
import type { z } from 'zod';
import { pointsRule } from '@/domain/contact-points/save-points-field';
import { checkIntroducer } from '@/domain/contact-ties';
import { customRule } from '@/domain/fields/custom-rule';
import { type CustomChange, isCustomChange } from '@/domain/fields/field-change';
import { type FieldAnswer, type FieldRule, type FieldRules, lockRecord, saveField } from '@/domain/fields/save-field';
import { refuseMissing } from '@/domain/records';
import { getSettings } from '@/features/account/server/account-queries';
import { setCompanyTags } from '@/features/tags/server/tag-mutations';
import type { UserId } from '@/lib/auth/session';
import type { Prisma, Tx } from '@/lib/db/db';
import { columnsOf, type companyFieldChange, sizeOf } from '../schema';

type Change = z.output<typeof companyFieldChange>['change'];

/** Saves one of a company's fields, unless another value came in between. */
export async function changeCompanyField(
	tx: Tx,
	userId: UserId,
	{ id, was, change, more }: z.output<typeof companyFieldChange>,
): Promise<FieldAnswer> {
	const { rule, value } = isCustomChange(change)
		? await customRule<Row>(tx, userId, 'company', change, await getSettings(userId, tx))
		: { rule: rules[change.field] as FieldRule<Row, unknown>, value: change.value };
	await lockRecord(tx, userId, 'company', id);
	const row = (await findCompany(tx, userId, id)) ?? refuseMissing('company');
	return saveField(tx, userId, row, { was, value, rule, more });
}

const findCompany = (tx: Tx, userId: UserId, id: string) =>
	tx.company.findUnique({
		where: { userId_id: { userId, id } },
		include: {
			points: { orderBy: [{ kind: 'asc' }, { place: 'asc' }, { id: 'asc' }] },
			tags: { select: { tag: { select: { name: true } } } },
			introducedBy: { select: { name: true } },
		},
	});

type Row = NonNullable<Awaited<ReturnType<typeof findCompany>>>;

const update = (tx: Tx, userId: UserId, { id }: Row, data: Prisma.CompanyUncheckedUpdateInput) =>
	tx.company.update({ where: { userId_id: { userId, id } }, data, select: { id: true } });

/** A field that is a column of its name. */
const column = <Value>(field: 'name' | 'industry' | 'address') => ({
	of: (row: Row) => row[field] as Value,
	save: async (tx: Tx, userId: UserId, row: Row, value: Value) =>
		void (await update(tx, userId, row, { [field]: value })),
});

const rules: FieldRules<Row, Exclude<Change, CustomChange>> = {
	name: column('name'),
	industry: column('industry'),
	address: column('address'),
	size: {
		of: (row) => sizeOf(row.size),
		save: async (tx, userId, row, size) => void (await update(tx, userId, row, columnsOf({ size }))),
	},
	introducedById: {
		of: (row) => row.introducedById,
		name: (row) => row.introducedBy?.name ?? null,
		save: async (tx, userId, row, introducedById) => {
			await checkIntroducer(tx, userId, introducedById);
			await update(tx, userId, row, { introducedById });
		},
	},
	tags: {
		of: (row) => row.tags.map(({ tag }) => tag.name).toSorted(),
		kept: async (tx, userId, { id }) => {
			const tags = await tx.companyTag.findMany({
				where: { userId, companyId: id },
				select: { tag: { select: { name: true } } },
			});
			return tags.map(({ tag }) => tag.name).toSorted();
		},
		save: (tx, userId, row, names) => setCompanyTags(tx, userId, row.id, names),
	},
	website: pointsRule('company', 'link'),
	phone: pointsRule('company', 'phone'),
	email: pointsRule('company', 'email'),
};
