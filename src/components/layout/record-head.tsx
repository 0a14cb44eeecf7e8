import type { ReactNode } from 'react';
import { type Breadcrumb, Breadcrumbs } from './breadcrumbs';

type RecordHeadProps = {
	/** The heading: the record's name. */
	title: ReactNode;
	/** What stands before the name and behind it. */
	picture?: ReactNode;
	badge?: ReactNode;
	breadcrumbs: Breadcrumb[];
	/** The way to the records before and behind it, where one came from a list. */
	pager?: ReactNode;
	/** Facts on one line. */
	facts?: ReactNode[];
	actions: ReactNode;
	/** Stands below the facts. */
	children?: ReactNode;
};

/** The head of a record's page: where one is, what it is called, what matters most, and what is done most. */
export function RecordHead(props: RecordHeadProps) {
	const { title, picture, badge, breadcrumbs, pager, facts = [], actions, children } = props;
	const shown = facts.filter(Boolean);
	return (
		<>
			<div className="flex min-h-6 items-center justify-between gap-2 text-[0.8125rem]">
				<Breadcrumbs items={breadcrumbs} />
				{pager}
			</div>
			<div data-title-row>
				{picture}
				<div className="min-w-0 flex-1 basis-64">
					<div className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1">
						{title}
						{badge}
					</div>
					{shown.length > 0 && (
						<div data-facts>
							{shown.map((fact, place) => (
								// biome-ignore lint/suspicious/noArrayIndexKey: the facts of one kind of record are the same ones in the same order.
								<span key={place}>{fact}</span>
							))}
						</div>
					)}
				</div>
				<div data-actions className="flex flex-wrap items-center gap-2">
					{actions}
				</div>
			</div>
			{children}
		</>
	);
}
