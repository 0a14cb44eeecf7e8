import 'server-only';
import { v7 as uuidv7 } from 'uuid';
import type { Tx } from '@/lib/db';
import type { UserId } from '@/lib/session';
import { sampleCompanies } from './companies';

/** Fills an account with the sample companies and their people; returns how many of each it made. */
export async function loadSampleData(tx: Tx, userId: UserId) {
	const companies = sampleCompanies.map((sample) => ({ id: uuidv7(), sample }));
	const contacts = companies.flatMap(({ id: companyId, sample: { people, domain, phone } }) =>
		people.map(([name, jobTitle, authority], index) => ({
			userId,
			companyId,
			name,
			jobTitle,
			email: `contact${index + 1}@${domain}`,
			phone: phone.replace(/\d$/, String(index + 1)),
			isDecisionMaker: authority !== undefined,
			authorityLevel: authority && authority !== 'unknown' ? authority : null,
		})),
	);
	await tx.company.createMany({
		data: companies.map(({ id, sample: { name, domain, phone, notes } }) => ({
			userId,
			id,
			name,
			website: `https://www.${domain}`,
			phone,
			notes: notes ?? null,
		})),
	});
	await tx.contact.createMany({ data: contacts });
	return { companies: companies.length, contacts: contacts.length };
}
