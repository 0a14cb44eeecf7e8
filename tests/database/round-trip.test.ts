import fc from 'fast-check';
import { v7 as uuidv7 } from 'uuid';
import { expect, test } from 'vitest';
import { companySizes, newCompany } from '@/features/companies/schema';
import { companyFile } from '@/features/companies/server/company-export-queries';
import { createCompany } from '@/features/companies/server/company-mutations';
import { authorityLevels, newContact, rhythms } from '@/features/contacts/schema';
import { contactFile } from '@/features/contacts/server/contact-export-queries';
import { createContact } from '@/features/contacts/server/contact-mutations';
import { type DealRole, dealRoles, newDeal, stageNames } from '@/features/deals/schema';
import { dealFile } from '@/features/deals/server/deal-export-queries';
import { createDeal } from '@/features/deals/server/deal-mutations';
import { exportList } from '@/features/export/server/export-queries';
import { beginCheck, beginRun, takeFile } from '@/features/import/server/import-mutations';
import { getImport } from '@/features/import/server/import-queries';
import { workOff } from '@/features/import/server/job-mutations';
import type { UserId } from '@/lib/auth/session';
import { db } from '@/lib/db/db';
import { makeAccount } from '../support/accounts';
import { act } from '../support/act';
import { readCsv } from '../support/csv';
import { rounds } from '../support/rounds';

type File = typeof contactFile;

async function exported(userId: UserId, file: File): Promise<string> {
	let text = '';
	for await (const piece of (await exportList(userId, file, {})).pieces) text += piece;
	return text;
}

async function imported(userId: UserId, content: string): Promise<void> {
	async function* chunks() {
		yield Buffer.from(content);
	}
	const { id } = await takeFile(userId, { name: 'minicrm.csv', chunks: chunks() });
	const found = await getImport(userId, id);
	if (!found) throw new Error('The import is not there.');
	expect(found.settings.source).toBe('MiniCRM');
	const duplicates = { email: 'create', domain: 'create', name: 'create', unique: 'create' } as const;
	const settings = { ...found.settings, keepsUnreadable: false, duplicates };
	await act((tx) => beginCheck(tx, userId, { id, settings }));
	await workOff(userId, id);
	expect((await getImport(userId, id))?.report).toMatchObject({ refused: 0 });
	await act((tx) => beginRun(tx, userId, { id }));
	await workOff(userId, id);
	expect(await getImport(userId, id)).toMatchObject({ status: 'done' });
}

/** Columns that say what else there is, and when it was made; no import writes them. */
const derived = ['Contacts', 'Open deals', 'Last contact', 'Created', 'Probability'];

/** The rows of a file in no order, without what is derived. */
function importable(csv: string): string[] {
	return readCsv(csv)
		.map((row) => {
			const cells = Object.entries(row).filter(([head, cell]) => cell !== '' && !derived.includes(head));
			return JSON.stringify(cells.map(([head, cell]) => [withoutType(head), cell]));
		})
		.sort();
}

/** What no field had is a text field after the import, of several lines where a value has them. */
const withoutType = (head: string) => head.replace(/^Field \((?:long )?text\): /, 'Field: ');

// what spreadsheets run, quote and break at, what CSV is made of, Vietnamese in pieces, and what our own mark is
const letters = fc.constantFrom(
	...'=+-@\'",;|\t\n\r \\0aBđĐ＝＋－＠',
	'ễ',
	'e\u0302\u0303',
	'\u00a0',
	'😀',
	"'=",
	':::',
	'*',
	'1',
	'Công ty ',
	...'()',
	' (User)',
);
const text = (most: number) => fc.string({ unit: letters, maxLength: most });
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });
const phone = fc.constantFrom(
	'0901234567',
	'+84 28 3822 1111',
	'028.3822.1111',
	'(02) 139',
	'-123',
	'+1 (415) 555-0100 x9',
);
const email = fc.constantFrom(
	'lan@example.com',
	"o'hara@example.com",
	'=1+1@example.com',
	'+a@b.example.com',
	'bảo@ví-dụ.example',
);
const website = fc.constantFrom('https://www.example.com', 'http://a.example.com/x?y=1', 'binhminh.example.com');
const tags = fc.uniqueArray(fc.constantFrom('VIP', '* riêng', 'a;b', '=x', "'", 'miền Tây'), { maxLength: 3 });
const own = fc.dictionary(
	fc.constantFrom('Zalo', '=khóa', 'Field: a', 'mã, số'),
	// no field says that it is a text, so an import would take "1" for a number
	text(12).map((value) => `${value} chữ`),
	{ maxKeys: 3 },
);

/** Of each kind several, some without a label and some twice. */
const some = (value: fc.Arbitrary<string>) => fc.array(value, { maxLength: 4 });
const labels = fc.array(fc.oneof(fc.constantFrom('Work', 'Zalo', '=1', 'Kế toán, kho'), text(8)), { maxLength: 4 });

const company = fc.record({
	name: text(12),
	industry: maybe(text(8)),
	size: maybe(fc.constantFrom(...companySizes)),
	...{ website: some(website), websiteLabel: labels },
	...{ phone: some(phone), phoneLabel: labels },
	...{ email: some(email), emailLabel: labels },
	address: maybe(text(12)),
	notes: maybe(text(20)),
	tags,
	own,
});
const contact = fc.record({
	name: text(12),
	jobTitle: maybe(text(8)),
	...{ email: some(email), emailLabel: labels },
	...{ phone: some(phone), phoneLabel: labels },
	...{ link: some(website), linkLabel: labels },
	isDecisionMaker: fc.boolean(),
	authorityLevel: maybe(fc.constantFrom(...authorityLevels)),
	rhythm: maybe(fc.constantFrom(...rhythms)),
	leftOn: maybe(fc.constantFrom('2026-03-31', '1999-01-02', '2199-12-31')),
	leftTo: maybe(text(12)),
	notes: maybe(text(20)),
	tags,
	own,
});
const deal = fc.record({
	name: text(12),
	value: fc.constantFrom('0', '1', '1500.5', '1000000', '9999999999999.99', '0.01'),
	currency: fc.constantFrom('USD', 'EUR'),
	stage: fc.constantFrom(...(Object.keys(stageNames) as (keyof typeof stageNames)[])),
	ownProbability: maybe(fc.integer({ min: 0, max: 100 })),
	expectedCloseOn: maybe(fc.constantFrom('2026-12-31', '1999-01-02', '2199-12-31')),
	lostReason: maybe(text(8)),
	notes: maybe(text(20)),
	hasContact: fc.boolean(),
	/** Whom of all contacts takes part, in what role. */
	people: fc.array(fc.tuple(fc.nat(), maybe(fc.constantFrom(...dealRoles))), { maxLength: 3 }),
	own,
});

type Made = { deal: string; company: string; people: [number, DealRole | null][] };

/** Has contacts take part in deals, of other companies too: those whose company no other one is called like. Returns how many. */
async function joinDeals(userId: UserId, made: Made[]): Promise<number> {
	const contacts = await db.contact.findMany({ where: { userId }, include: { company: true }, orderBy: { id: 'asc' } });
	const isAlone = (name: string) => made.filter(({ company }) => company === name.toLowerCase()).length === 1;
	const known = contacts.filter(({ company }) => isAlone(company.name));
	const data = made
		.filter(({ company }) => isAlone(company))
		.flatMap(({ deal: dealId, people }) =>
			people.flatMap(([pick, role]) => {
				const picked = known[pick % known.length];
				return picked ? [{ userId, dealId, contactId: picked.id, role }] : [];
			}),
		);
	return (await db.dealPerson.createMany({ data, skipDuplicates: true })).count;
}

test('export, import into an empty account, export: what can be imported is equal', async () => {
	let kept = 0;
	let roles = 0;
	await fc.assert(
		fc.asyncProperty(fc.array(fc.tuple(company, contact, deal), { minLength: 1, maxLength: 5 }), async (rows) => {
			const lan = await makeAccount('Nguyễn Thị Lan');
			const made: { deal: string; company: string; people: (typeof rows)[number][2]['people'] }[] = [];
			for (const [
				{ own: ofCompany, ...companyInput },
				{ own: ofContact, ...contactInput },
				{ own: ofDeal, hasContact, people, ...dealInput },
			] of rows) {
				const [companyId, contactId, dealId] = [uuidv7(), uuidv7(), uuidv7()];
				const one = newCompany.safeParse({ ...companyInput, id: companyId, tags: JSON.stringify(companyInput.tags) });
				const two = newContact.safeParse({
					...contactInput,
					id: contactId,
					companyId,
					tags: JSON.stringify(contactInput.tags),
				});
				const three = newDeal.safeParse({
					...dealInput,
					id: dealId,
					companyId,
					contactId: hasContact ? contactId : '',
					tryAgainOn: null,
				});
				// what no form takes is nowhere stored
				if (!one.success || !two.success || !three.success) continue;
				kept++;
				made.push({ deal: dealId, company: one.data.name.toLowerCase(), people });
				await act(async (tx) => {
					await createCompany(tx, lan, one.data);
					await createContact(tx, lan, two.data);
					await createDeal(tx, lan, three.data);
					const metadata = (values: Record<string, string>) =>
						Object.fromEntries(
							Object.entries(values).map(([key, value]) => [
								key,
								value.replace(/\r\n?/g, '\n').normalize('NFC').trim(),
							]),
						);
					await tx.company.updateMany({
						where: { userId: lan, id: companyId },
						data: { metadata: metadata(ofCompany) },
					});
					await tx.contact.updateMany({
						where: { userId: lan, id: contactId },
						data: { metadata: metadata(ofContact) },
					});
					await tx.deal.updateMany({ where: { userId: lan, id: dealId }, data: { metadata: metadata(ofDeal) } });
				});
			}
			roles += await joinDeals(lan, made);
			if ((await db.company.count({ where: { userId: lan } })) === 0) return;
			for (const file of [companyFile, contactFile, dealFile] as File[]) {
				const nam = await makeAccount('Lê Nam');
				const before = await exported(lan, file);
				await imported(nam, before);
				expect(importable(await exported(nam, file))).toEqual(importable(before));
			}
		}),
		// each run takes seconds: what fails is said, and not made smaller until the time is over
		{ numRuns: rounds(12), endOnFailure: true },
	);
	expect(kept).toBeGreaterThan(5);
	expect(roles).toBeGreaterThan(5);
}, 240_000);
