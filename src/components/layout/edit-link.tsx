'use client';

import type { Route } from 'next';
import { Button } from '@/components/ui/button';
import { PencilIcon } from '@/components/ui/icons';
import { Link } from '@/components/ui/link';
import { editKey } from '@/domain/shortcuts';
import { useShortcuts } from './use-shortcuts';

/** Leads from a record's page to its form; its key does so too. */
export function EditLink({ of }: { of: Route }) {
	const on = useShortcuts();
	return (
		<Button asChild variant="outline">
			<Link
				href={`${of}/edit` as Route}
				data-edits
				{...(on && { 'aria-keyshortcuts': editKey, title: `Edit (${editKey})` })}
			>
				<PencilIcon /> Edit
			</Link>
		</Button>
	);
}
