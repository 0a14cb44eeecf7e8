'use client';

import type { ReactNode } from 'react';
import { type Breadcrumb, Breadcrumbs } from './breadcrumbs';

export interface PageHeaderProps {
	title: ReactNode;
	/** The id of the record that the page is about, where the title is its name. */
	record?: string;
	description?: ReactNode;
	breadcrumbs?: Breadcrumb[];
	actions?: ReactNode;
	/** Stands beside the title: which part of the page's noun is shown. */
	beside?: ReactNode;
}

/** A page's heading with what can be done there. On phones the actions stand below it. */
export function PageHeader({ title, record, description, breadcrumbs, actions, beside }: PageHeaderProps) {
	return (
		<div className="mb-5 flex flex-col gap-1">
			{breadcrumbs && breadcrumbs.length > 0 && <Breadcrumbs items={breadcrumbs} />}
			<div className="flex flex-wrap items-start justify-between gap-x-3 gap-y-3 sm:gap-x-6">
				<div className="min-w-0 max-w-3xl space-y-1">
					<div className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1">
						<h1
							data-record={record}
							translate={record ? 'no' : undefined}
							className="font-semibold text-xl leading-7 tracking-tight"
						>
							{title}
						</h1>
						{beside}
					</div>
					{description && <p className="wrap-anywhere text-muted-foreground">{description}</p>}
				</div>
				{actions && (
					<div data-print="no" className="flex flex-wrap items-center gap-2">
						{actions}
					</div>
				)}
			</div>
		</div>
	);
}
