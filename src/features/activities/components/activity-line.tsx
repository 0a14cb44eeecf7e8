'use client';

import type { Route } from 'next';
import { Link } from '@/components/ui/link';
import { activityPath } from '@/domain/paths';
import type { ActivityType } from '../activity-types';
import { TypeIcon } from './type-icon';

export type ActivityLineProps = {
	id: string;
	type: ActivityType;
	subject: string;
	when: string;
	/** Whom it was with. */
	links: { href: Route; name: string }[];
};

/** An activity in a card: with whom it was and when. */
export function ActivityLine({ id, type, subject, when, links }: ActivityLineProps) {
	return (
		<li className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 border-t px-4 py-2.5">
			<span className="mt-0.5 flex h-5 items-center">
				<TypeIcon type={type} />
			</span>
			<div className="min-w-0">
				<div className="flex flex-wrap items-baseline justify-between gap-x-4">
					<Link href={activityPath(id)} translate="no" className="text-link font-medium">
						{subject}
					</Link>
					<span className="text-muted-foreground text-xs tabular-nums">{when}</span>
				</div>
				<p className="wrap-anywhere text-muted-foreground">
					{links.map(({ href, name }, index) => (
						<span key={href}>
							{index > 0 && <span>{' · '}</span>}
							<Link href={href} translate="no" className="hover:underline">
								{name}
							</Link>
						</span>
					))}
				</p>
			</div>
		</li>
	);
}
