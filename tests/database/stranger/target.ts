import { v7 as uuidv7 } from 'uuid';
import { guessSettings } from '@/features/import/file/guess-columns';
import type { ImportSettings } from '@/features/import/import-settings';
import type { UserId } from '@/lib/auth/session';
import { db } from '@/lib/db/db';
import { makeCompanyWithEverything } from '../../support/sample-account';

type Ids = Awaited<ReturnType<typeof makeCompanyWithEverything>>;
/** Lan's records, with the versions that some of them are at, and records of the stranger's own. */
export type Target = Ids & {
	session: string;
	activityField: string;
	/** Of deals; Lan's deal has a value of it. */
	dealField: string;
	/** An option of it. */
	option: string;
	file: string;
	guess: ImportSettings;
	contactVersion: number;
	companyVersion: number;
	dealVersion: number;
	ownCompany: string;
	ownCompanyVersion: number;
	ownContact: string;
	ownContactVersion: number;
	ownTag: string;
};
/** What a stranger hands to a function of a feature after their own id, when they aim at somebody else's records. */
export type Aim = (target: Target) => unknown[];

/** Gives Lan one of everything that there is, and the stranger records of their own. */
export async function makeTarget(lan: UserId, stranger: UserId): Promise<Target> {
	const lans = await makeCompanyWithEverything(lan);
	const own = await makeCompanyWithEverything(stranger, 'Của người lạ');
	await makeCompanyWithEverything(stranger, 'Cũng của người lạ');
	const session = await db.session.create({
		data: { userId: lan, token: 'bí mật', expiresAt: new Date('2099-01-01') },
	});
	const contact = await db.contact.findFirstOrThrow({ where: { userId: lan } });
	await db.company.updateMany({ where: { userId: lan }, data: { industry: 'Thủy sản', notes: '- [ ] bí mật' } });
	await db.followUp.updateMany({ where: { userId: lan }, data: { dueOn: new Date('2020-01-31') } });
	await db.noteDraft.updateMany({ where: { userId: lan }, data: { text: 'Bản nháp bí mật' } });
	const company = await db.company.findFirstOrThrow({ where: { userId: lan } });
	const deal = await db.deal.findFirstOrThrow({ where: { userId: lan } });
	const activityField = await db.field.create({
		data: { userId: lan, id: uuidv7(), kind: 'activity', type: 'text', name: 'Mục bí mật', place: 1 },
	});
	const dealField = await db.field.create({
		data: { userId: lan, id: uuidv7(), kind: 'deal', type: 'text', name: 'Điều khoản bí mật', place: 1 },
	});
	await db.deal.updateMany({ where: { userId: lan }, data: { metadata: { [dealField.id]: 'bí mật' } } });
	const option = await db.fieldOption.create({
		data: { userId: lan, fieldId: activityField.id, id: uuidv7(), name: 'bí mật', place: 1 },
	});
	const file = uuidv7();
	const guess = await guessSettings(Buffer.from('Company name\nThủy sản Bình Minh\n'), 'utf-8', {
		locale: 'vi-VN',
		currency: 'VND',
		fields: [],
	});
	await db.dataImport.create({
		data: {
			userId: lan,
			id: file,
			fileName: 'Bình Minh.csv',
			bytes: 40,
			status: 'uploaded',
			settings: guess,
			parts: { create: { part: 0, bytes: Buffer.from('Company name\nThủy sản Bình Minh\n') } },
			refusals: { create: { line: 3, field: 'Company name', reason: 'bí mật', cells: ['Bình Minh'] } },
		},
	});
	// what the reports would tell: one deal that was won, and why another one was lost
	for (const { stage, lostReason } of [
		{ stage: 'closed_won', lostReason: null },
		{ stage: 'closed_lost', lostReason: 'bí mật' },
	] as const) {
		const id = uuidv7();
		const fields = { userId: lan, id, companyId: company.id, name: 'Bao bì', value: '900', currency: 'VND' };
		await db.deal.create({ data: { ...fields, position: `a0${id.replaceAll('-', '')}V` } });
		await db.deal.update({
			where: { userId_id: { userId: lan, id } },
			data: { stage, closedAt: new Date(), lostReason },
		});
	}
	const [ownCompany, ownContact] = await Promise.all([
		db.company.findFirstOrThrow({ where: { id: own.company } }),
		db.contact.findFirstOrThrow({ where: { id: own.contact } }),
	]);
	return {
		file,
		guess,
		...lans,
		session: session.id,
		activityField: activityField.id,
		dealField: dealField.id,
		option: option.id,
		contactVersion: contact.version,
		companyVersion: company.version,
		dealVersion: deal.version,
		ownCompany: own.company,
		ownCompanyVersion: ownCompany.version,
		ownContact: own.contact,
		ownContactVersion: ownContact.version,
		ownTag: own.tag,
	};
}
