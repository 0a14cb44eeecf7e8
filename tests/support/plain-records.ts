import type { Point } from '@/domain/contact-points/contact-point';

/** The fields of a company's form as the schema leaves them. */
export const plainCompany = (id: string, name: string) => ({
	id,
	name,
	industry: null as string | null,
	size: null,
	website: null as string | null,
	phone: null,
	email: null as string | null,
	...{ websiteLabel: null, phoneLabel: null, emailLabel: null, points: [] as Point[] },
	address: null,
	introducedById: null as string | null,
	notes: null as string | null,
	tags: [] as string[],
});

/** The fields of a contact's form as the schema leaves them. */
export const plainContact = (id: string, companyId: string, name: string) => ({
	id,
	companyId,
	name,
	jobTitle: null,
	email: null as string | null,
	phone: null as string | null,
	...{ emailLabel: null as string | null, phoneLabel: null as string | null, points: [] as Point[] },
	isDecisionMaker: false,
	authorityLevel: null,
	rhythm: null,
	leftOn: null as string | null,
	leftTo: null as string | null,
	introducedById: null as string | null,
	reportsToId: null as string | null,
	notes: null,
	tags: [] as string[],
});

/** The fields of a call's form as the schema leaves them, with next steps. */
export const plainActivity = (subject: string, companyId: string) => ({
	type: 'call' as const,
	subject,
	description: null,
	at: '2026-11-02T10:00',
	durationMinutes: null,
	outcome: null,
	nextSteps: 'Gửi báo giá',
	followUpOn: null as string | null,
	companyId,
	contactId: null as string | null,
	dealId: null as string | null,
});
