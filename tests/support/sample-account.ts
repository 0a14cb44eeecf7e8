import { v7 as uuidv7 } from 'uuid';
import type { UserId } from '@/lib/auth/session';
import { inChangeSet } from '@/lib/db/change-set';
import { db } from '@/lib/db/db';

/** A company with one of everything that can hang on it, made in one change set; returns the ids. */
export async function makeCompanyWithEverything(userId: UserId, name = 'Công ty Cổ phần Bình Minh') {
	const ids = {
		company: uuidv7(),
		contact: uuidv7(),
		point: uuidv7(),
		deal: uuidv7(),
		activity: uuidv7(),
		followUp: uuidv7(),
		tag: uuidv7(),
		view: uuidv7(),
		draft: uuidv7(),
		field: uuidv7(),
		option: uuidv7(),
		changeSet: uuidv7(),
	};
	await inChangeSet({ id: ids.changeSet, label: 'Make everything' }, async (tx) => {
		const { company: companyId, contact: contactId, deal: dealId, activity: activityId, tag: tagId } = ids;
		const ofField = { userId, id: ids.field, kind: 'company', type: 'choice', name: `Nguồn ${ids.field}`, place: 1 };
		await tx.field.create({ data: ofField });
		await tx.fieldOption.create({
			data: { userId, id: ids.option, fieldId: ids.field, name: 'Hội chợ', place: 1 },
		});
		await tx.company.create({
			data: {
				userId,
				id: companyId,
				name,
				website: 'https://binhminh.example.com',
				// the second is of no field, as what is written past the app
				metadata: { [ids.field]: ids.option, zalo: '0987 654 321' },
			},
		});
		await tx.contact.create({
			data: {
				userId,
				id: contactId,
				companyId,
				name: 'Đặng Thị Ánh',
				isDecisionMaker: true,
				authorityLevel: 'primary',
				rhythm: 'weekly',
				phone: '+84 901 234 567',
			},
		});
		await tx.contactPoint.create({
			data: {
				...{ userId, id: ids.point, contactId, kind: 'phone' },
				...{ label: 'Zalo', value: '0912 345 678', place: 0 },
			},
		});
		await tx.contactPoint.create({
			data: {
				...{ userId, id: uuidv7(), companyId, kind: 'link' },
				...{ label: null, value: 'https://shop.binhminh.example.com', place: 0 },
			},
		});
		await tx.deal.create({
			data: {
				userId,
				id: dealId,
				companyId,
				contactId,
				name: 'Hệ thống kho',
				value: '1500000.50',
				currency: 'VND',
				// a key of its own, however many of these there are
				position: `a0${dealId.replaceAll('-', '')}V`,
			},
		});
		await tx.activity.create({
			data: {
				userId,
				id: activityId,
				companyId,
				contactId,
				dealId,
				type: 'call',
				subject: 'Gọi lần đầu',
				at: new Date('2026-11-02T03:00:00Z'),
			},
		});
		await tx.followUp.create({
			data: {
				userId,
				id: ids.followUp,
				title: 'Gửi báo giá',
				dueOn: new Date('2026-11-30'),
				dueTime: new Date('1970-01-01T09:30:00Z'),
				isImportant: true,
				repeats: { every: 'month', day: 31, until: '2027-11-30' },
				seriesId: ids.followUp,
				companyId,
				contactId,
				dealId,
				activityId,
			},
		});
		await tx.tag.create({ data: { userId, id: tagId, name: `VIP ${tagId}` } });
		await tx.companyTag.create({ data: { userId, companyId, tagId } });
		await tx.contactTag.create({ data: { userId, contactId, tagId } });
		const saved = { list: 'contacts', name: `Khách quen ${ids.view}`, query: `tag=${tagId}`, place: 1 };
		await tx.savedView.create({ data: { userId, id: ids.view, ...saved } });
		const typed = { editor: ids.draft, seq: 1, text: 'Bản nháp', was: '' };
		await tx.noteDraft.create({ data: { userId, id: ids.draft, noun: 'company', recordId: companyId, ...typed } });
		await tx.recentlyOpened.create({ data: { userId, kind: 'company', recordId: companyId } });
	});
	return ids;
}

/** Pins an activity to the top of the timeline of every company, contact and deal that has one. */
export async function pinNotes(): Promise<void> {
	for (const [table, company] of [
		['company', 'r.id'],
		['contact', 'r.company_id'],
		['deal', 'r.company_id'],
	])
		await db.$executeRawUnsafe(`
			UPDATE ${table} r SET pinned_note_id = (
				SELECT a.id FROM activity a WHERE a.user_id = r.user_id AND a.company_id = ${company} ORDER BY a.id LIMIT 1)`);
}
