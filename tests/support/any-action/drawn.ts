import { v7 as uuidv7 } from 'uuid';
import type { Point } from '@/domain/contact-points/contact-point';
import { customName } from '@/domain/custom-fields/custom-field-types';
import { editorText } from '@/domain/custom-fields/custom-values';
import type { Metadata } from '@/domain/custom-fields/metadata';
import { ensureFields } from '@/domain/field-definitions';
import type { RecordNoun } from '@/domain/named-record';
import type { dealStages } from '@/features/deals/stage/stages';
import type { UserId } from '@/lib/auth/session';
import { Prisma, type Tx } from '@/lib/db/db';

// What every action is given, and what several of them make of it.

export type Row = { id: string; version: number };
/** The account's rows as they are when an action begins. */
export type Rows = {
	companies: Row[];
	contacts: (Row & { companyId: string })[];
	deals: (Row & { companyId: string; stage: (typeof dealStages)[number] })[];
	activities: (Row & { companyId: string })[];
	followUps: { id: string }[];
	tags: { id: string; name: string }[];
	views: { id: string }[];
};
export type Drawn = {
	tx: Tx;
	userId: UserId;
	n: number;
	one: <T>(rows: T[], other?: number) => T | undefined;
	rows: Rows;
};
export type Action = (drawn: Drawn) => Promise<unknown>;

export const some = (n: number) => `Số ${n}`;

/** What an editor sends that fills in a custom field of a record, which is made where there is none, changes it or, now and then, clears it. */
export async function customChange(tx: Tx, userId: UserId, noun: RecordNoun, { id }: Row, n: number) {
	const field = (await ensureFields(tx, userId, noun, [{ name: 'Zalo' }])).get('Zalo');
	if (!field) throw new Error('There is no field.');
	const [found] = await tx.$queryRaw<{ metadata: Metadata }[]>`
		SELECT metadata FROM ${Prisma.raw(noun)} WHERE id = ${id}::uuid`;
	const was = editorText(field, found?.metadata[field.id], { locale: 'en-US' });
	return { id, was, change: { field: customName(field.id), value: n % 3 ? some(n) : '' }, more: {} as never };
}

/** Further points of a record, some of them those of the draw before in another order, with other labels or gone. */
export const pointsOf = (n: number): Point[] =>
	(
		[
			{ kind: 'email', label: n % 2 ? 'Work' : null, value: `so${n % 3}@example.com` },
			{ kind: 'email', label: null, value: 'chung@example.com' },
			{ kind: 'phone', label: 'Zalo', value: `0901 234 56${n % 5}` },
			{ kind: 'link', label: null, value: 'https://www.example.com/lan' },
		] satisfies Point[]
	).slice(n % 5);

/** The ids of what was found; one that names nothing where that is nothing. */
export function idsOf(...rows: ({ id: string } | undefined)[]): string[] {
	const ids = rows.flatMap((row) => (row ? [row.id] : []));
	return ids.length > 0 ? ids : [uuidv7()];
}
