import 'server-only';
import type { RecordNoun } from '@/domain/named-record';
import type { TextOf } from '@/domain/shown-texts';
import { Prisma } from '@/lib/db/db';

type TextColumn = { noun: RecordNoun; table: Prisma.Sql; column: Prisma.Sql; name: Prisma.Sql };

const columnOf = (noun: RecordNoun, column: string): TextColumn => ({
	noun,
	table: Prisma.raw(noun),
	column: Prisma.raw(column),
	name: Prisma.raw(noun === 'activity' ? 'subject' : 'name'),
});

/** Where each text is kept. */
export const textColumns: Record<TextOf['text'], TextColumn> = {
	'company.notes': columnOf('company', 'notes'),
	'contact.notes': columnOf('contact', 'notes'),
	'deal.notes': columnOf('deal', 'notes'),
	'activity.description': columnOf('activity', 'description'),
	'activity.nextSteps': columnOf('activity', 'next_steps'),
};
