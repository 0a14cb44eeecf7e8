'use client';

import type { Route } from 'next';
import { Button, type ButtonProps } from '@/components/ui/button';
import { PencilIcon } from '@/components/ui/icons';
import { Link } from '@/components/ui/link';
import { useShortcuts } from '@/components/ui/use-shortcuts';
import { editKey } from '@/domain/shortcuts';

type EditLinkProps = Pick<ButtonProps, 'variant'> & {
	of: Route;
	/** What it says. */
	children?: string;
	/** Whether the key edits something else on this page. */
	keyless?: true;
};

/** Leads from a record's page to its form; its key does so too, unless values are edited on the page. */
export function EditLink({ of, variant = 'outline', children = 'Edit', keyless }: EditLinkProps) {
	const on = useShortcuts();
	return (
		<Button asChild variant={variant}>
			<Link
				href={`${of}/edit` as Route}
				data-edits={keyless ? undefined : ''}
				{...(on && !keyless && { 'aria-keyshortcuts': editKey, title: `${children} (${editKey})` })}
			>
				<PencilIcon /> {children}
			</Link>
		</Button>
	);
}
