import { message } from '@/components/form/message';
import { PageHeader } from '@/components/layout/page-header';
import { Link } from '@/components/ui/link';
import type { NamedRecord, PartnerNoun } from '@/domain/named-record';
import { companyMergePath, companyPath, contactMergePath, contactPath } from '@/domain/paths';
import type { UserId } from '@/lib/auth/session';
import { isRecordId } from '@/lib/text/text';

/** The record to merge with, as the address names it, or a problem where that record can't be merged. */
export async function openOther<Found>(
	noun: PartnerNoun,
	read: (userId: UserId, id: string) => Promise<Found | null>,
	{ userId, record, asked }: { userId: UserId; record: NamedRecord; asked: string | string[] | undefined },
): Promise<{ other: Found | null; problem?: string }> {
	if (asked === undefined) return { other: null };
	if (typeof asked === 'string' && asked.toLowerCase() === record.id)
		return { other: null, problem: `A ${noun} cannot be merged with itself. Choose another one.` };
	const other = isRecordId(asked) ? await read(userId, asked.toLowerCase()) : null;
	return other ? { other } : { other, problem: `This ${noun} no longer exists. Choose another one.` };
}

const pages = {
	company: {
		plural: 'companies',
		list: { label: 'Companies', href: '/companies' },
		path: companyPath,
		merge: companyMergePath,
	},
	contact: {
		plural: 'contacts',
		list: { label: 'Contacts', href: '/contacts' },
		path: contactPath,
		merge: contactMergePath,
	},
} as const;

const link = 'text-primary underline underline-offset-4';

/** The heading of a merge page, also while the other record is still to choose. */
export function MergeHeader({
	noun,
	record,
	other,
}: {
	noun: PartnerNoun;
	record: NamedRecord;
	other: NamedRecord | null;
}) {
	const { plural, list, path, merge } = pages[noun];
	return (
		<PageHeader
			title={`Merge ${plural}`}
			description={
				other ? (
					<>
						<span translate="no">{record.name}</span> and{' '}
						<Link href={path(other.id)} translate="no" className={link}>
							{other.name}
						</Link>{' '}
						become one.{' '}
						<Link replace href={merge(record.id)} className={link}>
							Choose another
						</Link>
					</>
				) : (
					message`Choose the ${<span>{noun}</span>} that is the same as ${record.name}. You then see both side by side.`
				)
			}
			breadcrumbs={[list, { label: record.name, href: path(record.id) }]}
		/>
	);
}
