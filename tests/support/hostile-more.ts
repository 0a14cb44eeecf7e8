import { v7 as uuidv7 } from 'uuid';
import { describe, expect, test } from 'vitest';
import { db } from '@/lib/db/db';
import { actions, isTabled, rowOf, stringsFor } from './hostile-actions';

// The same strings as what an editor in place sends with a value.

/** With which field each is sent, and the record's own name of it. */
const carriers = {
	newCompany: { field: 'companyId', column: 'company_id' },
	newContact: { field: 'contactId', column: 'contact_id' },
	lostReason: { field: 'stage', column: 'stage' },
	tryAgainOn: { field: 'stage', column: 'stage' },
} as const;
type More = keyof typeof carriers;

/** A contact's page names a new contact as whom they report to. */
const carrierOf = (feature: string, more: More) =>
	feature === 'contacts' && more === 'newContact' ? { field: 'reportsToId', column: 'reports_to_id' } : carriers[more];

/** What there is of a string that was kept. */
const stored = {
	newCompany: async (row: Record<string, unknown>) =>
		(await db.company.findFirst({ where: { id: String(row.company_id) } }))?.name,
	newContact: async (row: Record<string, unknown>) =>
		(await db.contact.findFirst({ where: { id: String(row.contact_id ?? row.reports_to_id) } }))?.name,
	lostReason: async (row: Record<string, unknown>) => row.lost_reason,
	tryAgainOn: async () => undefined,
};

/** Tests what the actions of some features take beside the one field that they change. */
export function walkMore(has: (feature: string) => boolean): void {
	const isOfOneField = ({ feature, fields }: (typeof actions)[number]) =>
		has(feature) && 'was' in fields && 'field' in fields;
	const walked = actions.filter(isOfOneField).flatMap((action) =>
		Object.keys(action.fields)
			.filter((key): key is More => key in carriers)
			.map((more, place) => ({ ...action, more, place })),
	);

	test('everything that is sent with a field is walked', () => {
		const sent = actions.filter(isOfOneField).map(({ fields }) => fields);
		const known = ['id', 'field', 'value', 'was', ...Object.keys(carriers)];
		for (const fields of sent) expect(known).toEqual(expect.arrayContaining(Object.keys(fields)));
	});

	describe.each(walked)('$name', ({ feature, action, fields, more, place }) => {
		test(`keeps or refuses naughty strings as ${more}`, async () => {
			if (!isTabled(feature)) throw new Error(`There is no table of ${feature}.`);
			const { field, column } = carrierOf(feature, more);
			const isStage = field === 'stage';
			const { id } = await rowOf(feature);
			let kept = 0;
			for (const text of stringsFor(place)) {
				const row = await rowOf(feature, String(id));
				// only a deal that is not lost yet is lost
				if (isStage) await action({ id, field, value: 'proposal', was: row.stage });
				const was = isStage ? 'proposal' : (row[column] ?? '');
				const value = isStage ? 'closed_lost' : uuidv7();
				const answer = await action({ id, field, value, was, [more]: text });
				if (!answer.ok) {
					expect(answer.message, JSON.stringify({ more, text })).not.toMatch(/went wrong/);
					continue;
				}
				kept++;
				const parsed = fields[more]?.safeParse(text).data ?? undefined;
				if (more !== 'tryAgainOn')
					expect((await stored[more](await rowOf(feature, String(id)))) ?? undefined).toBe(parsed);
			}
			if (more !== 'tryAgainOn') expect(kept).toBeGreaterThan(50);
		}, 120_000);
	});
}
