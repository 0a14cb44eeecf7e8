import { Button } from '@/components/ui/button';
import { DownloadIcon, MergeIcon, PlusIcon } from '@/components/ui/icons';
import { Link } from '@/components/ui/link';
import {
	contactErasePath,
	contactHistoryPath,
	contactMergePath,
	contactPath,
	newDealPath,
	personFilePath,
} from '@/domain/paths';
import type { Settings } from '@/features/account/server/account-queries';
import { DeleteContact } from '@/features/contacts/components/delete-contact';
import { MarkLeft } from '@/features/contacts/components/mark-left';
import { MoveContact } from '@/features/contacts/components/move-contact';
import type { Contact } from '@/features/contacts/server/contact-queries';
import { dayIn } from '@/lib/dates/dates';
import { EraseItem } from './erase-item';
import { RecordActions } from './record-actions';

/** What can be done with a contact. */
export function ContactActions({ contact, settings }: { contact: Contact; settings: Settings }) {
	const { id, name, company, leftOn } = contact;
	return (
		<RecordActions
			name={name}
			path={contactPath(id)}
			historyPath={contactHistoryPath(id)}
			items={
				<>
					<Button asChild variant="ghost">
						<Link href={contactMergePath(id)}>
							<MergeIcon /> Merge…
						</Link>
					</Button>
					{leftOn ? (
						<MoveContact contact={contact} companyName={company.name} />
					) : (
						<MarkLeft contact={contact} today={dayIn(new Date(), settings.timeZone)} />
					)}
					<Button asChild variant="ghost">
						<a href={personFilePath(id)} download>
							<DownloadIcon /> Everything about this person
						</a>
					</Button>
				</>
			}
			removal={
				<>
					<DeleteContact id={id} name={name} companyId={company.id} />
					<EraseItem href={contactErasePath(id)} />
				</>
			}
		>
			<Button asChild size="sm" variant="outline">
				<Link href={newDealPath({ contactId: id })}>
					<PlusIcon /> New deal
				</Link>
			</Button>
		</RecordActions>
	);
}
