import * as tags from '@/features/tags/server/tag-mutations';
import * as queries from '@/features/tags/server/tag-queries';
import { type RecordTag, tagsColumn } from '@/features/tags/server/tag-sql';
import type { UserId } from '@/lib/auth/session';
import { db, Prisma } from '@/lib/db/db';
import { makeAccount } from './accounts';
import { acted } from './act';

/** Lan's companies and people, and a stranger's company and person, by short names. */
export async function makeTaggable() {
	const lan = await makeAccount('Nguyễn Thị Lan');
	const stranger = await makeAccount('Lê Văn Lạ');
	const [binhMinh, hoaSen] = [await makeCompany(lan, 'Bình Minh'), await makeCompany(lan, 'Hoa Sen')];
	const foreignCompany = await makeCompany(stranger, 'Sao Mai');
	const ids = {
		binhMinh,
		hoaSen,
		anh: await makeContact(lan, binhMinh, 'Đặng Thị Ánh'),
		duc: await makeContact(lan, hoaSen, 'Phạm Văn Đức'),
		foreignCompany,
		foreignContact: await makeContact(stranger, foreignCompany, 'Vũ Thị Xa'),
	};
	return { lan, stranger, ids };
}

async function makeCompany(userId: UserId, name: string) {
	return (await db.company.create({ data: { userId, name } })).id;
}

async function makeContact(userId: UserId, companyId: string, name: string) {
	return (await db.contact.create({ data: { userId, companyId, name } })).id;
}

export const ensureTags = async (userId: UserId, names: string[]) =>
	(await acted((tx) => tags.ensureTags(tx, userId, names))).data;
export const tagNames = async (userId: UserId) => (await queries.listTags(userId)).map(({ name }) => name);

/** The tags of one company or contact by their names. */
export async function tagsOn(userId: UserId, id: string) {
	const found = { ...(await tagsOfAll('company', userId, [id])), ...(await tagsOfAll('contact', userId, [id])) };
	return (found[id] ?? []).map(({ name }) => name);
}

/** The tags of each of these companies or contacts, by its id, as the lists read them; one without tags is left out. */
export async function tagsOfAll(kind: 'company' | 'contact', userId: UserId, ids: string[]) {
	const rows = await db.$queryRaw<{ id: string; tags: RecordTag[] }[]>`
		SELECT r.id, ${tagsColumn(kind, 'r')} AS tags FROM ${Prisma.raw(kind)} r
		WHERE r.user_id = ${userId}::uuid AND r.id = ANY (${ids}::uuid[])`;
	return Object.fromEntries(rows.filter(({ tags }) => tags.length > 0).map(({ id, tags }) => [id, tags]));
}
