import 'server-only';
import { followUpField, furtherPoints, isSilentFor, statsField, tagsFieldSql } from '@/domain/shared-field-sql';
import { Prisma } from '@/lib/db/db';
import type { FieldsSql } from '@/lib/list/condition-sql';
import { authorityLevels } from '../authority';
import type { contactFields } from '../contact-fields';
import { quietContacts } from './quiet-contacts-sql';

const search = Prisma.sql`p.search`;

/** How the fields of the table `contact p` are asked for. */
export const contactFieldSql: FieldsSql<typeof contactFields> = {
	company: { value: Prisma.sql`p.company_id`, type: 'uuid' },
	decisionMaker: { value: Prisma.sql`p.authority_rank < 4` },
	authority: {
		value: Prisma.sql`CASE WHEN p.authority_rank < 3 THEN p.authority_rank::int END`,
		type: 'int',
		stored: (level) => (authorityLevels as readonly string[]).indexOf(level),
	},
	tags: tagsFieldSql('contact', 'p'),
	lastContact: { ...statsField('contact', 'p', 'last_contact_at'), instant: true },
	silence: {
		value: Prisma.sql`s.last_contact_at`,
		any: ([silence = ''], { userId, timeZone }) =>
			silence === 'rhythm'
				? Prisma.sql`p.id IN (SELECT s.contact_id FROM ${quietContacts(userId, timeZone)})`
				: isSilentFor('contact', 'p', silence, timeZone),
	},
	nextFollowUp: followUpField('contact', 'p'),
	name: { value: Prisma.sql`p.name_key`, search },
	jobTitle: { value: Prisma.sql`p.job_title_key`, search },
	email: {
		value: Prisma.sql`p.email_key`,
		further: furtherPoints('p', 'email', Prisma.sql`written_email(f.point ->> 1)`),
	},
	phone: { value: Prisma.sql`lower(p.phone)`, further: furtherPoints('p', 'phone', Prisma.sql`lower(f.point ->> 1)`) },
	rhythm: { value: Prisma.sql`p.rhythm`, type: 'contact_rhythm' },
	left: { value: Prisma.sql`p.authority_rank = 5` },
	introducedBy: { value: Prisma.sql`p.introduced_by_id`, type: 'uuid' },
	reportsTo: { value: Prisma.sql`p.reports_to_id`, type: 'uuid' },
	openDeals: statsField('contact', 'p', 'open_deals'),
	created: { value: Prisma.sql`p.created_at`, instant: true },
};
