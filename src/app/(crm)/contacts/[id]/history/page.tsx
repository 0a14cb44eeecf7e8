import type { Metadata } from 'next';
import { contactPath } from '@/domain/paths';
import { openRecord } from '@/domain/record-page';
import { getContact } from '@/features/contacts/server/contact-queries';
import { HistoryPage } from '../../../records/history-page';

const open = openRecord(getContact);

export async function generateMetadata({ params }: PageProps<'/contacts/[id]/history'>): Promise<Metadata> {
	return { title: `History of ${(await open(params)).record.name}` };
}

export default async function ContactHistoryPage({ params, searchParams }: PageProps<'/contacts/[id]/history'>) {
	const { id, name } = (await open(params)).record;
	return (
		<HistoryPage
			of={{ kind: 'contact', id }}
			name={name}
			path={contactPath(id)}
			list={{ label: 'Contacts', href: '/contacts' }}
			params={searchParams}
		/>
	);
}
