import 'server-only';
import type { z } from 'zod';
import { lockColumns } from '@/domain/deal-positions';
import { customRule } from '@/domain/fields/custom-rule';
import { type CustomChange, isCustomChange } from '@/domain/fields/field-change';
import { type FieldAnswer, type FieldRule, type FieldRules, lockRecord, saveField } from '@/domain/fields/save-field';
import { findLinks, lockCompanyOf } from '@/domain/links';
import { refuseMissing } from '@/domain/records';
import { getSettings } from '@/features/account/server/account-queries';
import { createChosen } from '@/features/contacts/server/contact-mutations';
import type { UserId } from '@/lib/auth/session';
import { dateColumn, dayOfColumn } from '@/lib/dates/dates';
import { Prisma, type Tx } from '@/lib/db/db';
import { refuseField } from '@/lib/errors/errors';
import type { dealFieldChange } from '../schema';
import { changeStage } from './deal-mutations';
import { readValue } from './read-value';

type Sent = z.output<typeof dealFieldChange>;
/** The value's amount is read by the account's language. */
type Change = Exclude<Sent['change'], { field: 'value' }> | { field: 'value'; value: string };

/** Saves one of a deal's fields, unless another value came in between. */
export async function changeDealField(
	tx: Tx,
	userId: UserId,
	{ id, was, change: sent, more }: Sent,
): Promise<FieldAnswer> {
	const change: Change =
		sent.field === 'value' ? { field: 'value', value: await withCurrency(tx, userId, sent.value) } : sent;
	// in the order in which moves on the board take these locks
	if (change.field === 'stage') await lockColumns(tx, userId, [change.value]);
	if (change.field === 'companyId' && !more.newCompany) await findLinks(tx, userId, { companyId: change.value });
	if (change.field === 'contactId' || more.tryAgainOn) await lockCompanyOf(tx, userId, id);
	const { rule, value } = isCustomChange(change)
		? await customRule<Row>(tx, userId, 'deal', change, await getSettings(userId, tx))
		: { rule: rules[change.field] as FieldRule<Row, unknown, Sent['more']>, value: change.value };
	await lockRecord(tx, userId, 'deal', id);
	const row = (await findDeal(tx, userId, id)) ?? refuseMissing('deal');
	return saveField(tx, userId, row, { was, value, rule, more });
}

async function withCurrency(tx: Tx, userId: UserId, typed: { value: string; currency: string }): Promise<string> {
	return `${new Prisma.Decimal(await readValue(tx, userId, typed)).toFixed(2)} ${typed.currency}`;
}

const named = { select: { name: true } } as const;

const findDeal = (tx: Tx, userId: UserId, id: string) =>
	tx.deal.findUnique({
		where: { userId_id: { userId, id } },
		include: { company: named, mainPerson: { select: { contact: { select: { name: true, companyId: true } } } } },
	});

type Row = NonNullable<Awaited<ReturnType<typeof findDeal>>>;

const update = async (tx: Tx, userId: UserId, { id }: Row, data: Prisma.DealUncheckedUpdateInput) =>
	void (await tx.deal.update({ where: { userId_id: { userId, id } }, data, select: { id: true } }));

const rules: FieldRules<Row, Exclude<Change, CustomChange>, Sent['more']> = {
	name: { of: (row) => row.name, save: (tx, userId, row, name) => update(tx, userId, row, { name }) },
	value: {
		of: (row) => `${row.value.toFixed(2)} ${row.currency}`,
		save: async (tx, userId, row, amount) => {
			const [value = '', currency = ''] = amount.split(' ');
			await update(tx, userId, row, { value, currency });
		},
	},
	stage: {
		of: (row) => row.stage,
		save: async (tx, userId, { id }, stage, _was, { lostReason, tryAgainOn }) =>
			void (await changeStage(tx, userId, { id, stage, lostReason, tryAgainOn })),
	},
	ownProbability: {
		of: (row) => row.ownProbability,
		save: (tx, userId, row, ownProbability) => update(tx, userId, row, { ownProbability }),
	},
	expectedCloseOn: {
		of: (row) => row.expectedCloseOn && dayOfColumn(row.expectedCloseOn),
		save: (tx, userId, row, day) => update(tx, userId, row, { expectedCloseOn: day ? dateColumn(day) : null }),
	},
	lostReason: {
		of: (row) => row.lostReason,
		save: async (tx, userId, row, lostReason) => {
			if (row.stage !== 'closed_lost') refuseField({ value: 'Only a lost deal has a reason.' });
			await update(tx, userId, row, { lostReason });
		},
	},
	companyId: {
		of: (row) => row.companyId,
		name: (row) => row.company.name,
		save: async (tx, userId, row, companyId, _was, { newCompany }) => {
			// here, so that nothing is made where another value came in between
			if (newCompany) await findLinks(tx, userId, await createChosen(tx, userId, { companyId, newCompany }));
			// a main contact of another company goes, as in the form, where choosing a company clears the contact
			const stays = row.mainPerson?.contact.companyId === companyId;
			await update(tx, userId, row, { companyId, ...(!stays && { contactId: null }) });
			if (!stays) await dropFormerMain(tx, userId, row);
		},
	},
	contactId: {
		of: (row) => row.contactId,
		name: (row) => row.mainPerson?.contact.name ?? null,
		save: async (tx, userId, row, contactId, _was, { newContact }) => {
			await findLinks(tx, userId, await createChosen(tx, userId, { companyId: row.companyId, contactId, newContact }));
			await update(tx, userId, row, { contactId });
			await dropFormerMain(tx, userId, row);
		},
	},
};

/** A former main contact without a role was in the deal as its contact only. */
async function dropFormerMain(tx: Tx, userId: UserId, { id, contactId }: Row): Promise<void> {
	if (contactId) await tx.dealPerson.deleteMany({ where: { userId, dealId: id, contactId, role: null } });
}
