import 'server-only';
import type { z } from 'zod';
import { nameDefaults } from '@/domain/custom-fields/held-records';
import { customFields } from '@/domain/field-definitions';
import { askedFields, isAsked } from '@/domain/fields/form-fields';
import type { NamedRecord } from '@/domain/named-record';
import { getSettings } from '@/features/account/server/account-queries';
import { listIndustries } from '@/features/companies/server/company-queries';
import type { DealRole } from '@/features/deals/schema';
import type { UserId } from '@/lib/auth/session';
import { Prisma } from '@/lib/db/db';
import { readPrepared } from '@/lib/db/read';
import type { presetOf } from '../schema';
import type { AskedFields, NewPart } from '../sent-records';

/** A contact that a dialog is opened for, with the role in a deal that what is known of them suggests. */
export type PresetContact = NamedRecord & { suggestedRole: DealRole | null };

/** What a dialog is opened with: the records that it belongs to, and the industries in use. */
export type Preset = {
	company: NamedRecord | null;
	contact: PresetContact | null;
	deal: NamedRecord | null;
	industries: string[];
	/** The custom fields that a new record of each kind is asked for. */
	custom: AskedFields;
};

/** The record that a dialog is opened for and those that it belongs to; null for what is not there. */
export async function readPreset(userId: UserId, of: z.output<typeof presetOf>): Promise<Preset> {
	const [[found], industries, settings] = await Promise.all([
		readLinks(userId, of),
		listIndustries(userId),
		getSettings(userId),
	]);
	const fields = await customFields(userId);
	const names = await nameDefaults(userId, fields.filter(isAsked));
	const asked = (kind: NewPart) => askedFields(fields, kind, settings, names);
	const custom = { company: asked('company'), contact: asked('contact'), deal: asked('deal') };
	return { company: null, contact: null, deal: null, ...found, industries, custom };
}

type Links = Omit<Preset, 'industries' | 'custom'>;

async function readLinks(userId: UserId, { dealId, contactId, companyId }: z.output<typeof presetOf>) {
	const owner = (alias: string) => Prisma.sql`${Prisma.raw(alias)}.user_id = ${userId}::uuid`;
	if (dealId)
		return readPrepared<Links[]>`
			SELECT ${namedColumn('c')} AS company, ${contactColumn} AS contact, ${namedColumn('d')} AS deal
			FROM deal d JOIN company c ON c.user_id = d.user_id AND c.id = d.company_id
			LEFT JOIN contact p ON p.user_id = d.user_id AND p.id = d.contact_id AND p.company_id = d.company_id
			WHERE ${owner('d')} AND d.id = ${dealId}::uuid`;
	if (contactId)
		return readPrepared<Links[]>`
			SELECT ${namedColumn('c')} AS company, ${contactColumn} AS contact
			FROM contact p JOIN company c ON c.user_id = p.user_id AND c.id = p.company_id
			WHERE ${owner('p')} AND p.id = ${contactId}::uuid`;
	if (!companyId) return [];
	return readPrepared<Links[]>`
		SELECT ${namedColumn('c')} AS company FROM company c WHERE ${owner('c')} AND c.id = ${companyId}::uuid`;
}

const namedColumn = (alias: string) => {
	const row = Prisma.raw(alias);
	return Prisma.sql`json_build_object('id', ${row}.id, 'name', ${row}.name)`;
};

const contactColumn = Prisma.sql`CASE WHEN p.id IS NOT NULL THEN json_build_object('id', p.id, 'name', p.name, 'suggestedRole',
	CASE WHEN p.is_decision_maker THEN CASE WHEN p.authority_level = 'influencer' THEN 'influencer' ELSE 'decision_maker' END END
) END`;
