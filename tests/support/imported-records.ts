import type { UserId } from '@/lib/auth/session';
import { db } from '@/lib/db/db';
import { namedFields } from './custom-fields';

type Points = { kind: string; value: string }[];
const all = (main: string | null, points: Points, kind: string) =>
	[main, ...points.flatMap((point) => (point.kind === kind ? point.value : []))].filter((value) => value !== null);

const inOrder = { orderBy: [{ kind: 'asc' as const }, { place: 'asc' as const }] };

/** An account's companies by name, with what an import gives them. */
export async function importedCompanies(userId: UserId) {
	const rows = await db.company.findMany({ where: { userId }, include: { points: inOrder }, orderBy: { name: 'asc' } });
	return Promise.all(
		rows.map(async ({ name, website, industry, address, phone, email, points, metadata }) => ({
			...{ name, website, industry, address },
			phones: all(phone, points, 'phone'),
			emails: all(email, points, 'email'),
			fields: await namedFields(userId, 'company', metadata),
		})),
	);
}

/** An account's contacts by name. */
export async function importedContacts(userId: UserId) {
	const rows = await db.contact.findMany({
		where: { userId },
		include: { points: inOrder, company: true, tags: { include: { tag: true } } },
		orderBy: { name: 'asc' },
	});
	return Promise.all(
		rows.map(async ({ name, company, jobTitle, phone, email, points, metadata, tags }) => ({
			...{ name, company: company.name, jobTitle },
			phones: all(phone, points, 'phone'),
			emails: all(email, points, 'email'),
			links: all(null, points, 'link'),
			tags: tags.map(({ tag }) => tag.name).toSorted(),
			fields: await namedFields(userId, 'contact', metadata),
		})),
	);
}

/** An account's deals by name; days as YYYY-MM-DD. */
export async function importedDeals(userId: UserId) {
	const rows = await db.deal.findMany({
		where: { userId },
		include: { company: true, mainPerson: { include: { contact: true } } },
		orderBy: { name: 'asc' },
	});
	const day = (at: Date | null) => at?.toISOString().slice(0, 10) ?? null;
	return rows.map(({ name, value, currency, stage, company, mainPerson, lostReason, ...row }) => ({
		...{ name, value: String(value), currency, stage, company: company.name, lostReason },
		contact: mainPerson?.contact.name ?? null,
		closed: day(row.closedAt),
		expected: day(row.expectedCloseOn),
		created: day(row.createdAt),
	}));
}
