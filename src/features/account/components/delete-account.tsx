import { requireUserId } from '@/lib/auth/session';
import { counted } from '@/lib/text/counted';
import { countAllRecords } from '../server/account-queries';
import { DeleteAccountButton } from './delete-account-button';

/** Lists what is deleted with the account, and deletes it. */
export async function DeleteAccount() {
	const { companies, contacts, deals, activities } = await countAllRecords(await requireUserId());
	const lost = new Intl.ListFormat('en-GB').format([
		counted(companies, 'company', 'companies'),
		counted(contacts, 'contact', 'contacts'),
		counted(deals, 'deal', 'deals'),
		counted(activities, 'activity', 'activities'),
	]);
	return (
		<div className="flex flex-col items-start gap-4">
			<p>
				Deletes your account with all it keeps: <strong className="font-semibold">{lost}</strong>, and with them every
				follow-up and tag, the settings and the history. It cannot be undone.
			</p>
			<DeleteAccountButton lost={lost} />
		</div>
	);
}
