import { Plus } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { Suspense } from 'react';
import { PageHeader } from '@/components/layout/page-header';
import { ExportLink } from '@/components/list/export-link';
import { ListSkeleton } from '@/components/list/list-skeleton';
import { Button } from '@/components/ui/button';
import { ContactList } from '@/features/contacts/components/contact-list';
import { contactList } from '@/features/contacts/schema';

export const metadata: Metadata = { title: 'Contacts' };

export default function ContactsPage({ searchParams }: PageProps<'/contacts'>) {
	return (
		<>
			<PageHeader
				title="Contacts"
				actions={
					<>
						<ExportLink list={contactList} params={searchParams} path="/contacts" />
						<Button asChild>
							<Link href="/contacts/new">
								<Plus aria-hidden /> New contact
							</Link>
						</Button>
					</>
				}
			/>
			<Suspense fallback={<ListSkeleton />}>
				<ContactList params={searchParams} />
			</Suspense>
		</>
	);
}
