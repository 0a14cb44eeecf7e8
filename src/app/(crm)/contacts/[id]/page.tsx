import type { Metadata } from 'next';
import { openRecord } from '@/domain/record-page';
import { getContact } from '@/features/contacts/server/contact-queries';
import { ContactRecord } from '../../records/contact-record';

const open = openRecord(getContact);

export async function generateMetadata({ params }: PageProps<'/contacts/[id]'>): Promise<Metadata> {
	return { title: (await open(params)).record.name };
}

export default async function ContactPage({ params, searchParams }: PageProps<'/contacts/[id]'>) {
	const { userId, record: contact } = await open(params);
	return <ContactRecord userId={userId} contact={contact} params={searchParams} />;
}
