import 'server-only';
import { followUpField, furtherPoints, isSilentFor, statsField, tagsFieldSql } from '@/domain/shared-field-sql';
import { Prisma } from '@/lib/db/db';
import type { FieldsSql } from '@/lib/list/condition-sql';
import type { companyFields } from '../company-fields';

const furtherText = Prisma.sql`lower(f.point ->> 1)`;

/** How the fields of the table `company c` are asked for. */
export const companyFieldSql: FieldsSql<typeof companyFields> = {
	industry: { value: Prisma.sql`c.industry_key` },
	size: { value: Prisma.sql`c.size`, type: 'company_size' },
	tags: tagsFieldSql('company', 'c'),
	lastContact: { ...statsField('company', 'c', 'last_contact_at'), instant: true },
	silence: {
		value: Prisma.sql`s.last_contact_at`,
		any: ([silence = ''], { timeZone }) => isSilentFor('company', 'c', silence, timeZone),
	},
	nextFollowUp: followUpField('company', 'c'),
	name: { value: Prisma.sql`c.name_key`, search: Prisma.sql`c.search` },
	website: { value: Prisma.sql`lower(c.website)`, further: furtherPoints('c', 'link', furtherText) },
	phone: { value: Prisma.sql`lower(c.phone)`, further: furtherPoints('c', 'phone', furtherText) },
	email: { value: Prisma.sql`lower(c.email)`, further: furtherPoints('c', 'email', furtherText) },
	address: { value: Prisma.sql`fold(c.address)` },
	contacts: statsField('company', 'c', 'contacts'),
	openDeals: statsField('company', 'c', 'open_deals'),
	introducedBy: { value: Prisma.sql`c.introduced_by_id`, type: 'uuid' },
	created: { value: Prisma.sql`c.created_at`, instant: true },
};
