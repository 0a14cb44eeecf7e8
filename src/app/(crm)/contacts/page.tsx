import type { Metadata } from 'next';
import { PageHeader } from '@/components/layout/page-header';
import { ExportLink } from '@/components/list/export-link';
import { Button } from '@/components/ui/button';
import { PlusIcon } from '@/components/ui/icons';
import { Link } from '@/components/ui/link';
import { ContactList } from '@/features/contacts/components/contact-list';
import { contactList } from '@/features/contacts/schema';
import { PresentView } from '@/features/views/components/present-view';
import { SaveView } from '@/features/views/components/save-view';
import { openList } from '@/features/views/list-page';

export const metadata: Metadata = { title: 'Contacts' };

export default async function ContactsPage({ searchParams }: PageProps<'/contacts'>) {
	const { params, shown } = await openList('contacts', searchParams);
	return (
		<>
			<PageHeader
				title="Contacts"
				beside={<PresentView shown={shown} />}
				actions={
					<>
						<SaveView shown={shown} />
						<ExportLink list={contactList.anyAccount} params={params} path="/contacts" />
						<Button asChild>
							<Link href="/contacts/new">
								<PlusIcon /> New contact
							</Link>
						</Button>
					</>
				}
			/>
			<ContactList params={params} />
		</>
	);
}
