import type { Metadata } from 'next';
import Link from 'next/link';
import { PageHeader } from '@/components/layout/page-header';
import { ChooseContactToMerge, MergeContact } from '@/features/contacts/components/merge-contact';
import { getContact } from '@/features/contacts/queries';
import { contactMergePath, contactPath } from '@/lib/paths';
import { openRecord } from '@/lib/record-page';
import { isRecordId } from '@/lib/text';

const open = openRecord(getContact);

export async function generateMetadata({ params }: PageProps<'/contacts/[id]/merge'>): Promise<Metadata> {
	return { title: `Merge ${(await open(params)).record.name}` };
}

export default async function MergeContactPage({ params, searchParams }: PageProps<'/contacts/[id]/merge'>) {
	const { userId, record: contact } = await open(params);
	const { with: asked } = await searchParams;
	const isItself = typeof asked === 'string' && asked.toLowerCase() === contact.id;
	const other = isRecordId(asked) && !isItself ? await getContact(userId, asked.toLowerCase()) : null;
	return (
		<>
			<PageHeader
				title="Merge contacts"
				description={
					other ? (
						<>
							{contact.name} and{' '}
							<Link href={contactPath(other.id)} className="text-primary underline underline-offset-4">
								{other.name}
							</Link>{' '}
							become one.{' '}
							<Link href={contactMergePath(contact.id)} className="text-primary underline underline-offset-4">
								Choose another
							</Link>
						</>
					) : (
						`Choose the contact that is the same as ${contact.name}. You then see both side by side.`
					)
				}
				breadcrumbs={[
					{ label: 'Contacts', href: '/contacts' },
					{ label: contact.name, href: contactPath(contact.id) },
				]}
			/>
			{other ? (
				<MergeContact key={other.id} contact={contact} other={other} />
			) : (
				<ChooseContactToMerge contact={contact} problem={problemOf(asked, isItself)} />
			)}
		</>
	);
}

function problemOf(asked: unknown, isItself: boolean): string | undefined {
	if (isItself) return 'A contact cannot be merged with itself. Choose another one.';
	return asked === undefined ? undefined : 'This contact does not exist any more. Choose another one.';
}
