import 'server-only';
import type { z } from 'zod';
import { pointsRule } from '@/domain/contact-points/save-points-field';
import { checkIntroducer, checkReportsTo } from '@/domain/contact-ties';
import { customRule } from '@/domain/fields/custom-rule';
import { type CustomChange, isCustomChange } from '@/domain/fields/field-change';
import { type FieldAnswer, type FieldRule, type FieldRules, lockRecord, saveField } from '@/domain/fields/save-field';
import { findLinks } from '@/domain/links';
import { refuseMissing } from '@/domain/records';
import { getSettings } from '@/features/account/server/account-queries';
import { setContactTags } from '@/features/tags/server/tag-mutations';
import type { UserId } from '@/lib/auth/session';
import { dateColumn, dayOfColumn } from '@/lib/dates/dates';
import type { Prisma, Tx } from '@/lib/db/db';
import { refuseField } from '@/lib/errors/errors';
import type { contactFieldChange } from '../schema';
import { createChosen } from './contact-mutations';

type Sent = z.output<typeof contactFieldChange>;

/** Saves one of a contact's fields, unless another value came in between. */
export async function changeContactField(
	tx: Tx,
	userId: UserId,
	{ id, was, change, more }: Sent,
): Promise<FieldAnswer> {
	// the company first, as its deletion does, so that the two never wait for each other
	if (change.field === 'companyId' && !more.newCompany) await findLinks(tx, userId, { companyId: change.value });
	const { rule, value } = isCustomChange(change)
		? await customRule<Row>(tx, userId, 'contact', change, await getSettings(userId, tx))
		: { rule: rules[change.field] as FieldRule<Row, unknown, Sent['more']>, value: change.value };
	await lockRecord(tx, userId, 'contact', id);
	const row = (await findContact(tx, userId, id)) ?? refuseMissing('contact');
	return saveField(tx, userId, row, { was, value, rule, more });
}

const named = { select: { name: true } } as const;

const findContact = (tx: Tx, userId: UserId, id: string) =>
	tx.contact.findUnique({
		where: { userId_id: { userId, id } },
		include: {
			points: { orderBy: [{ kind: 'asc' }, { place: 'asc' }, { id: 'asc' }] },
			tags: { select: { tag: named } },
			...{ company: named, introducedBy: named, reportsTo: named },
		},
	});

type Row = NonNullable<Awaited<ReturnType<typeof findContact>>>;

const update = (tx: Tx, userId: UserId, { id }: Row, data: Prisma.ContactUncheckedUpdateInput) =>
	tx.contact.update({ where: { userId_id: { userId, id } }, data, select: { id: true } });

/** A field that is a column of its name. */
const column = <Value>(field: 'name' | 'jobTitle' | 'rhythm') => ({
	of: (row: Row) => row[field] as Value,
	save: async (tx: Tx, userId: UserId, row: Row, value: Value) =>
		void (await update(tx, userId, row, { [field]: value })),
});

const rules: FieldRules<Row, Exclude<Sent['change'], CustomChange>, Sent['more']> = {
	name: column('name'),
	jobTitle: column('jobTitle'),
	rhythm: column('rhythm'),
	companyId: {
		of: (row) => row.companyId,
		name: (row) => row.company.name,
		// who moves leaves the past with the one before, as well as that they left it
		save: async (tx, userId, row, companyId, _was, { newCompany }) => {
			// here, so that nothing is made where another value came in between
			if (newCompany) await findLinks(tx, userId, await createChosen(tx, userId, { companyId, newCompany }));
			await update(tx, userId, row, { companyId, leftOn: null, leftTo: null, reportsToId: null });
		},
	},
	decides: {
		of: ({ isDecisionMaker, authorityLevel }) => (isDecisionMaker ? (authorityLevel ?? 'yes') : ''),
		save: async (tx, userId, row, level) => {
			const authorityLevel = level === '' || level === 'yes' ? null : level;
			await update(tx, userId, row, { isDecisionMaker: level !== '', authorityLevel });
		},
	},
	leftOn: {
		of: (row) => row.leftOn && dayOfColumn(row.leftOn),
		// where somebody went to belongs to the date on which they left
		save: async (tx, userId, row, day) =>
			void (await update(tx, userId, row, day ? { leftOn: dateColumn(day) } : { leftOn: null, leftTo: null })),
	},
	leftTo: {
		of: (row) => row.leftTo,
		save: async (tx, userId, row, leftTo) => {
			if (leftTo && !row.leftOn) refuseField({ value: 'Enter the date when they left first.' });
			await update(tx, userId, row, { leftTo });
		},
	},
	introducedById: {
		of: (row) => row.introducedById,
		name: (row) => row.introducedBy?.name ?? null,
		save: async (tx, userId, row, introducedById) => {
			await checkIntroducer(tx, userId, introducedById, row.id);
			await update(tx, userId, row, { introducedById });
		},
	},
	reportsToId: {
		of: (row) => row.reportsToId,
		name: (row) => row.reportsTo?.name ?? null,
		save: async (tx, userId, { id, companyId, ...row }, reportsToId, _was, { newContact }) => {
			await createChosen(tx, userId, { companyId, contactId: reportsToId, newContact });
			await checkReportsTo(tx, userId, { id, companyId, reportsToId });
			await update(tx, userId, { id, companyId, ...row }, { reportsToId });
		},
	},
	tags: {
		of: (row) => row.tags.map(({ tag }) => tag.name).toSorted(),
		kept: async (tx, userId, { id }) => {
			const tags = await tx.contactTag.findMany({
				where: { userId, contactId: id },
				select: { tag: { select: { name: true } } },
			});
			return tags.map(({ tag }) => tag.name).toSorted();
		},
		save: (tx, userId, row, names) => setContactTags(tx, userId, row.id, names),
	},
	phone: pointsRule('contact', 'phone'),
	email: pointsRule('contact', 'email'),
	link: pointsRule('contact', 'link'),
};
