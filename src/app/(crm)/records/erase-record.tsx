import type { Route } from 'next';
import type { ReactNode } from 'react';
import { PageHeader } from '@/components/layout/page-header';
import type { PartnerNoun } from '@/domain/named-record';
import { getSettings } from '@/features/account/server/account-queries';
import { ErasePage } from '@/features/privacy/components/erase-page';
import type { UserId } from '@/lib/auth/session';

type EraseRecordProps = {
	userId: UserId;
	noun: PartnerNoun;
	record: { id: string; name: string };
	/** The record's page, and the list that it stands in. */
	path: Route;
	list: { label: string; href: Route };
	description: string;
	/** What goes and what stays of the records around it. */
	around: ReactNode;
};

/** The page that erases a contact or a company for good. */
export async function EraseRecord({ userId, noun, record, path, list, description, around }: EraseRecordProps) {
	return (
		<>
			<PageHeader
				title={`Erase ${noun} for good`}
				description={description}
				breadcrumbs={[list, { label: record.name, href: path }]}
			/>
			<ErasePage
				userId={userId}
				noun={noun}
				record={record}
				path={path}
				settings={await getSettings(userId)}
				removed={[
					<>
						“<span translate="no">{record.name}</span>” with every email, phone number and link, the notes, custom
						fields and tags.
					</>,
					around,
				]}
			/>
		</>
	);
}
