'use client';

import type { Route } from 'next';
import { Button, type ButtonProps } from '@/components/ui/button';
import { PencilIcon } from '@/components/ui/icons';
import { Link } from '@/components/ui/link';
import { editKey } from '@/domain/shortcuts';
import { useShortcuts } from './use-shortcuts';

type EditLinkProps = Pick<ButtonProps, 'variant'> & {
	of: Route;
	/** What it says. */
	children?: string;
};

/** Leads from a record's page to its form; its key does so too. */
export function EditLink({ of, variant = 'outline', children = 'Edit' }: EditLinkProps) {
	const on = useShortcuts();
	return (
		<Button asChild variant={variant}>
			<Link
				href={`${of}/edit` as Route}
				data-edits
				{...(on && { 'aria-keyshortcuts': editKey, title: `${children} (${editKey})` })}
			>
				<PencilIcon /> {children}
			</Link>
		</Button>
	);
}
