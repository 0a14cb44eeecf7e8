import type { Metadata } from 'next';
import { openRecord } from '@/domain/record-page';
import { ChooseContactToMerge, MergeContact } from '@/features/contacts/components/merge-contact';
import { getContact } from '@/features/contacts/server/contact-queries';
import { MergeHeader, openOther } from '../../../merge-page';

const open = openRecord(getContact);

export async function generateMetadata({ params }: PageProps<'/contacts/[id]/merge'>): Promise<Metadata> {
	return { title: `Merge ${(await open(params)).record.name}` };
}

export default async function MergeContactPage({ params, searchParams }: PageProps<'/contacts/[id]/merge'>) {
	const { userId, record: contact } = await open(params);
	const { with: asked } = await searchParams;
	const { other, problem } = await openOther('contact', getContact, { userId, record: contact, asked });
	return (
		<>
			<MergeHeader noun="contact" record={contact} other={other} />
			{other ? (
				<MergeContact key={other.id} contact={contact} other={other} />
			) : (
				<ChooseContactToMerge contact={contact} problem={problem} />
			)}
		</>
	);
}
